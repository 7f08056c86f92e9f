namespace StaticAd;

/// <summary>The steps of a loop over <see cref="Ad.Checkpointed(int, int, int)"/>.</summary>
public readonly struct CheckpointedRange
{
    private readonly int _from;
    private readonly int _to;

    internal CheckpointedRange(int from, int to)
    {
        _from = from;
        _to = to;
    }

    /// <summary>Starts the loop.</summary>
    /// <returns>An enumerator before the first step.</returns>
    public Enumerator GetEnumerator() => new(_from, _to);

    /// <summary>Goes from step to step.</summary>
    public struct Enumerator
    {
        private readonly int _to;
        private int _next;

        internal Enumerator(int from, int to)
        {
            _next = from;
            _to = to;
        }

        /// <summary>The step.</summary>
        public int Current { get; private set; }

        /// <summary>Goes to the next step.</summary>
        /// <returns>False after the last one.</returns>
        public bool MoveNext()
        {
            if (_next >= _to)
            {
                return false;
            }

            Current = _next++;
            return true;
        }
    }
}
