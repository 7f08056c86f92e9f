namespace StaticAd;

/// <summary>The steps of a loop over <see cref="Ad.Checkpointed(long, long, int)"/>.</summary>
public readonly struct CheckpointedLongRange
{
    private readonly long _from;
    private readonly long _to;

    internal CheckpointedLongRange(long from, long to)
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
        private readonly long _to;
        private long _next;

        internal Enumerator(long from, long to)
        {
            _next = from;
            _to = to;
        }

        /// <summary>The step.</summary>
        public long Current { get; private set; }

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
