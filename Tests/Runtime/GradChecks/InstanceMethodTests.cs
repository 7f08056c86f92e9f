using Xunit;

namespace StaticAd.Tests.Runtime.GradChecks;

/// <summary>The object comes first: that of a structure is an input, that of a class a constant.</summary>
public class InstanceMethodTests
{
    private const string Source = """
        public struct Spring
        {
            public double Stiffness;
            public double Length;

            public double Energy(double x) => 0.5 * Stiffness * (x - Length) * (x - Length);

            public double EnergyVjp(double x, double resultBar, out Spring dThis, out double dx)
            {
                double stretch = x - Length;
                dThis = new Spring { Stiffness = 0.5 * stretch * stretch * resultBar, Length = -Stiffness * stretch * resultBar };
                dx = Stiffness * stretch * resultBar;
                return Energy(x);
            }

            public double EnergyJvp(double x, Spring thisDot, double xDot, out double resultDot)
            {
                double stretch = x - Length;
                resultDot = 0.5 * stretch * stretch * thisDot.Stiffness + Stiffness * stretch * (xDot - thisDot.Length);
                return Energy(x);
            }
        }

        public sealed class Scale
        {
            public double Factor = 3;

            public double Of(double x) => Factor * x * x;

            public double OfValueAndGradient(double x, out double dx)
            {
                dx = 2 * Factor * x;
                return Of(x);
            }
        }
        """;

    private static object Spring(Type family)
    {
        Type type = family.GetNestedType("Spring")!;
        object spring = Activator.CreateInstance(type)!;
        type.GetField("Stiffness")!.SetValue(spring, 2.5);
        type.GetField("Length")!.SetValue(spring, 0.4);
        return spring;
    }

    [Fact]
    public void Of_a_structure()
    {
        Type[] types = CompiledFamilies.Compile(Source, Source.Replace("Length = -Stiffness", "Length = Stiffness"));
        GradCheckReport right = GradCheck.Method(types[0].GetNestedType("Spring")!, "Energy", Spring(types[0]), 1.1);
        right.ThrowIfFailed();
        Assert.Contains("EnergyVjp against EnergyJvp", right.Checks);
        GradCheckReport wrong = GradCheck.Method(types[1].GetNestedType("Spring")!, "Energy", Spring(types[1]), 1.1);
        Assert.Equal("this.Length", wrong.Worst!.Input);
        Assert.False(wrong.Passed);
    }

    [Fact]
    public void Of_a_class()
    {
        Type[] types = CompiledFamilies.Compile(Source, Source.Replace("dx = 2 * Factor", "dx = Factor"));
        object Scale(int i) => Activator.CreateInstance(types[i].GetNestedType("Scale")!)!;
        GradCheck.Method(types[0].GetNestedType("Scale")!, "Of", Scale(0), 1.1).ThrowIfFailed();
        Assert.False(GradCheck.Method(types[1].GetNestedType("Scale")!, "Of", Scale(1), 1.1).Passed);
        Assert.Contains("its object first", Assert.Throws<ArgumentException>(() => GradCheck.Method(types[0].GetNestedType("Scale")!, "Of", 1.1)).Message);
    }
}
