namespace StaticAd.Memory;

/// <summary>
/// Numbers for frame names, since native memory holds no references. The names are literals in generated code, few and the
/// same objects on every call, so comparing references finds all but the first use.
/// </summary>
internal struct NameTable()
{
    private string[] _names = new string[4];
    private int _count = 0;

    public readonly string this[int number] => _names[number];

    public int NumberOf(string name)
    {
        string[] names = _names;
        for (int i = 0; i < _count; i++)
        {
            if (ReferenceEquals(names[i], name))
            {
                return i;
            }
        }

        return Find(name);
    }

    private int Find(string name)
    {
        int known = Array.IndexOf(_names, name, 0, _count);
        if (known >= 0)
        {
            return known;
        }

        if (_count == _names.Length)
        {
            Array.Resize(ref _names, 2 * _count);
        }

        _names[_count] = name;
        return _count++;
    }
}
