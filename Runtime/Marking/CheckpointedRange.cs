using System.Numerics;

namespace StaticAd;

/// <summary>The steps of a loop over <see cref="Ad.Checkpointed(int, int, int)"/>.</summary>
/// <typeparam name="T">Type of the loop variable: <c>int</c> or <c>long</c>.</typeparam>
public readonly struct CheckpointedRange<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly T _from;
    private readonly T _to;

    internal CheckpointedRange(T from, T to)
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
        private readonly T _to;
        private T _next;

        internal Enumerator(T from, T to)
        {
            _next = from;
            _to = to;
        }

        /// <summary>The step.</summary>
        public T Current { get; private set; }

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
