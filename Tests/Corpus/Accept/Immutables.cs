using System;
using System.Collections.Generic;
using System.Globalization;
using StaticAd;

namespace StaticAd.Corpus;

public partial class Instrument(string name, DateTime date)
{
    private readonly string _name = name;

    private readonly List<int> _weights = [1, 2, -3];

    private DateTime Date { get; } = date;

    // check: new Instrument("long", new DateTime(2024, 1, 7)), new double[] { 0.5, 0.7, -0.3 }
    [Differentiable]
    public void Weighted(Span<double> x)
    {
        for (int i = 0; i < _weights.Count; i++)
        {
            x[i] *= Scale(i) * _weights[i] * _weights[^(i + 1)];
        }
    }

    private double Scale(int i) => _name switch { "long" => Date.AddDays(i).Day, _ => -1 };
}

public sealed record Bond(string Convention, DateTime Issue, decimal Notional, List<double> Weights)
{
    public readonly TimeSpan Lag = TimeSpan.FromDays(2);

    public DateOnly? Call { get; init; }

    public double Paid(double rate, DateTime date) => Immutables.Fraction(Convention, Issue, date + Lag) * rate;
}

public static partial class Immutables
{
    private static readonly TimeSpan Settlement = new(2, 0, 0, 0);

    private const string Thirty = "30/360";

    // check: 0.03, new DateTime(2024, 1, 15), new DateTime(2025, 3, 31), "ACT/365", new List<double> { 0.2, 0.5, 0.3 }
    // check: 0.03, new DateTime(2024, 1, 31), new DateTime(2025, 3, 31), "30/360", new List<double> { 0.2 }
    // check: 0.03, new DateTime(2024, 1, 31), new DateTime(2025, 3, 31), "ACT/ACT", new List<double>()
    [Differentiable(Order = 2)]
    public static double Price(double rate, DateTime from, DateTime to, string convention, List<double> weights)
    {
        double years = Fraction(convention, from, to);
        double sum = 0;
        for (int i = 0; i < weights.Count; i++)
        {
            sum += weights[i] * Math.Exp(-rate * years * (i + 1));
        }

        foreach (double weight in weights)
        {
            sum += weight * rate * rate;
        }

        return sum + years * rate;
    }

    public static double Fraction(string convention, DateTime from, DateTime to) => convention switch
    {
        "ACT/365" => (to - from).TotalDays / 365,
        "ACT/360" or "ACT/364" => (to - from).TotalDays / 360,
        Thirty => (360 * (to.Year - from.Year) + 30 * (to.Month - from.Month) + Math.Min(to.Day, 30) - Math.Min(from.Day, 30)) / 360.0,
        _ when convention.StartsWith("ACT", StringComparison.Ordinal) => (to - from).Days / (DateTime.IsLeapYear(from.Year) ? 366.0 : 365.0),
        _ => throw new ArgumentException($"The convention {convention} is not known.", nameof(convention)),
    };

    // check: 0.05, new DateTime(2024, 1, 31), new DateTime(2026, 5, 1), 6, 1000000.25m
    [Differentiable]
    public static double Coupons(double rate, DateTime issue, DateTime maturity, int months, decimal notional)
    {
        double value = 0;
        for (int i = 1; issue.AddMonths(i * months) <= maturity; i++)
        {
            DateTime date = issue.AddMonths(i * months);
            double time = (date - issue).TotalDays / 365.25;
            value += (double)notional / 1e6 * Math.Exp(-rate * time) * (date.DayOfWeek == DayOfWeek.Sunday ? 1.01 : 1);
        }

        return value;
    }

    // check: 0.05, new DateTime(2024, 1, 31), new DateTime(2026, 5, 1)
    [Differentiable]
    public static double Stepped(double rate, DateTime issue, DateTime maturity)
    {
        double value = rate;
        DateTime last = issue;
        for (DateTime date = issue.AddMonths(6); date < maturity; date = date.AddMonths(6))
        {
            value = value * (1 + Math.Sin(value) * (date - last).TotalDays / 365);
            last = date + Settlement;
        }

        return value * value * last.Day;
    }

    // check: 0.3, 0.5, new Bond("ACT/365", new DateTime(2024, 2, 29), 250.5m, new List<double> { 1, 2, 3 })
    // check: 0.3, 0.5, new Bond("30/360", new DateTime(2024, 2, 29), -2.5m, new List<double> { 1, 2 }) { Call = new DateOnly(2030, 1, 1) }
    [Differentiable]
    public static double OfObject(double rate, double spread, Bond bond)
    {
        decimal amount = bond.Notional * 1.5m - 1;
        amount += 0.25m;
        List<double> weights = bond.Weights;
        double sum = bond.Paid(rate, bond.Issue.AddDays(400)) * (double)amount;
        for (int i = weights.Count - 1; i >= 0; i--)
        {
            sum = sum * spread + weights[i] * bond.Weights[^1];
        }

        return bond.Call is null ? sum : sum * bond.Call.Value.DayNumber / 7e5;
    }

    // check: 0.7, "long;short", "EUR", 'x'
    // check: 0.7, "", null, 'y'
    [Differentiable]
    public static double Texts(double x, string text, string? currency, char kind)
    {
        string trimmed = text.Trim();
        double y = trimmed.Length > 3 && trimmed[0] == 'l' ? x * x : Math.Sin(x);
        switch (currency ?? "USD")
        {
            case "EUR":
                y *= 1.1;
                break;
            case "USD":
            case null:
                y += x;
                break;
            default:
                return 0;
        }

        bool isLong = trimmed.Contains("long") || string.Equals(trimmed, "LONG", StringComparison.OrdinalIgnoreCase);
        return kind is 'x' or 'X' ? y * (isLong ? 2 : 3) : y - text.IndexOf(';');
    }

    // check: 1.5, new DateOnly(2024, 2, 1), new TimeOnly(17, 30), new DateTimeOffset(2024, 1, 1, 12, 0, 0, TimeSpan.FromHours(2)), new Guid("0f8fad5b-d9cb-469f-a165-70867728950e")
    [Differentiable]
    public static double Clock(double x, DateOnly day, TimeOnly time, DateTimeOffset at, Guid id)
    {
        double hours = time.ToTimeSpan().TotalHours + at.Offset.TotalHours;
        int days = DateTime.DaysInMonth(day.Year, day.Month);
        DateOnly next = x > 1 ? day.AddDays(days) : day;
        decimal rounded = Math.Round(1.2345m, 2);
        return x * x * hours + x * next.DayNumber / 1e5 * (double)rounded + (id == Guid.Empty ? 0 : x)
            + x * double.Parse("0.25", CultureInfo.InvariantCulture) + x * Convert.ToDouble(rounded);
    }

    // check: 0.4, new DateTime(2024, 1, 1), 3
    [Differentiable]
    public static double Windows(double x, DateTime start, int n)
    {
        Span<double> y = stackalloc double[4];
        DateTime next = start;
        int i = 0;
        while (i < n && next.Year < 2100)
        {
            Move(ref next, out string label, i);
            y[i] += x * next.DayOfYear * (label == "odd" ? 0.1 : 0.2);
            i++;
        }

        var (first, factor) = Chosen(next, x);
        return y[0] * y[1] + y[2] * factor * first.Month;
    }

    private static void Move(ref DateTime date, out string label, int i)
    {
        label = i % 2 == 1 ? "odd" : "even";
        date = date.AddDays(i + 0.5);
    }

    private static (DateTime, double) Chosen(DateTime date, double x) => (date, date.Year) switch
    {
        (_, 2023) => (DateTime.MinValue, x),
        var (when, _) => (when.AddYears(1), 2 * x),
    };

    // check: 0.6, new DateTime(2024, 3, 5), null, "b"
    // check: 0.6, null, 2.5m, "c"
    // check: 0.6, null, null, "a"
    [Differentiable]
    public static double Optional(double x, DateTime? call, decimal? amount, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        double y = call is { } date ? x * date.Day : x * x;
        if (amount is decimal there && there > 1)
        {
            y += (double)there * x;
        }

        switch (text)
        {
            case "a":
                y = Math.Exp(y);
                goto case "b";
            case "b":
                y *= call.HasValue ? call.Value.Year / 1000.0 : x;
                break;
            default:
                y -= (double)(amount ?? 1);
                break;
        }

        DateTime last = call ?? new DateTime(2024, 1, 1);
        return y * (last - DateTime.UnixEpoch).TotalHours / 1e5 * (amount == null ? 1 : x);
    }

    // check: 0.4, new DateTime(2024, 1, 1), 30, "odd"
    [Differentiable]
    public static double Checkpointed(double x, DateTime start, int n, string which)
    {
        int unread = start.AddDays(n).Year;
        double state = x;
        foreach (int i in Ad.Checkpointed(0, n, 4))
        {
            DateTime date = start.AddDays(1.5 * i);
            state = Math.Sin(state + date.Day * x * 0.01) + (which == "odd" ? x : state) * 0.1;
        }

        return state * start.Month;
    }

    // check: 0.05, new DateTime(2024, 1, 15), new List<DateTime> { new(2024, 7, 15), new(2025, 1, 15), new(2025, 7, 15) }, new decimal[] { 2.5m, 2.5m, 102.5m }, "aXbXc"
    // check: 0.05, new DateTime(2024, 1, 15), new List<DateTime> { new(2024, 7, 15) }, new decimal[0], "X"
    [Differentiable(Order = 2)]
    public static double Scheduled(double rate, DateTime today, List<DateTime> dates, decimal[] amounts, string flags)
    {
        double value = 0;
        for (int i = 0; i < dates.Count && i < amounts.Length; i++)
        {
            value += (double)amounts[i] * Math.Exp(-rate * (dates[i] - today).TotalDays / 365);
        }

        foreach (DateTime date in dates)
        {
            if (date.Year == 2025)
            {
                value *= 1 + rate * date.Month / 100;
            }
        }

        foreach (char flag in flags)
        {
            value += flag == 'X' ? rate * rate : rate;
        }

        return value * (dates[^1] - dates[0] + TimeSpan.FromDays(1)).TotalDays;
    }

    // check: 0.4, "square"
    [Differentiable(Batch = true)]
    public static double Lanes(double x, string how) => how == "square" ? x * x : Math.Sin(x);

    // check: 0.4, new DateTime(2024, 1, 1), "fast"
    [Differentiable]
    public static double Slope(double x, DateTime date, string how) => InnerGradient(x, date, how) * x;

    // check: 0.4, new DateTime(2024, 1, 1), "fast"
    [Differentiable]
    public static double Inner(double x, DateTime date, string how)
    {
        double y = x;
        for (int i = 0; i < date.AddDays(2).Day; i++)
        {
            y = how.Length > i ? Math.Sin(y) * date.AddDays(i).Day : y * y;
        }

        return y;
    }

    // check: new double[] { 0.3, -0.4, 1.5 }, new List<double> { 2, 3, 4 }, new List<int> { 2, 0, 1 }
    [Differentiable]
    public static void Permuted(Span<double> x, List<double> weights, List<int> order)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = Math.Sin(x[i]) * weights[order[i]] + Weighted(weights, x[0]);
        }
    }

    private static double Weighted(List<double> weights, double x) => weights.Count > 2 ? weights[2] * x * x : x;
}
