namespace StaticAd.Kernels;

/// <summary>A thread that waits for parts of work, as long as the process runs.</summary>
internal sealed unsafe class Worker
{
    private readonly SemaphoreSlim _start = new(0);
    private readonly SemaphoreSlim _done = new(0);
    private delegate*<void*, int, void> _part;
    private void* _work;
    private int _number;
    private Exception? _fault;

    public Worker(string name) => new Thread(Loop) { IsBackground = true, Name = name }.Start();

    /// <summary>Begins with a part of some work, which must stay where it is until the worker has been waited for.</summary>
    public void Start(delegate*<void*, int, void> part, void* work, int number)
    {
        _part = part;
        _work = work;
        _number = number;
        _start.Release();
    }

    /// <summary>Waits for the end of the part; what it has thrown is returned.</summary>
    public Exception? Wait()
    {
        _done.Wait();
        Exception? fault = _fault;
        _fault = null;
        return fault;
    }

    private void Loop()
    {
        while (true)
        {
            _start.Wait();
            try
            {
                _part(_work, _number);
            }
            catch (Exception fault)
            {
                _fault = fault;
            }

            _done.Release();
        }
    }
}
