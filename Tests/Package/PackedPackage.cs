namespace StaticAd.Tests.Package;

/// <summary>The package, packed into a folder of its own; projects made from it restore from there and leave nothing behind.</summary>
public sealed class PackedPackage : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("staticad-package-");

    public PackedPackage()
    {
        // A version of its own, so that no cache can serve an older package.
        Version = $"0.0.1-test.{DateTime.UtcNow:yyyyMMddHHmmssfff}";
        var packed = ChildProcess.Dotnet(Harness.Repository.Root,
            "pack", "Runtime/StaticAd.csproj", "-c", "Release", "-o", Feed, $"-p:PackageVersion={Version}");
        if (packed.ExitCode != 0)
        {
            throw new InvalidOperationException(packed.Output);
        }
    }

    public string Version { get; }

    public string Feed => Path.Combine(_root.FullName, "feed");

    public void Dispose() => _root.Delete(recursive: true);

    /// <summary>A console project outside the repository with nothing but the package and a program.</summary>
    public string NewProject(string name, string program)
    {
        var directory = Directory.CreateDirectory(Path.Combine(_root.FullName, name)).FullName;
        File.WriteAllText(Path.Combine(directory, "NuGet.config"), NuGetConfig());
        File.WriteAllText(Path.Combine(directory, name + ".csproj"), ProjectFile());
        File.WriteAllText(Path.Combine(directory, "Program.cs"), program);
        return directory;
    }

    private string ProjectFile() => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <InvariantGlobalization>true</InvariantGlobalization>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="StaticAd" Version="{Version}" />
          </ItemGroup>
        </Project>
        """;

    /// <summary>The machine's sources stay; its package folder is read, but what is restored goes into a folder that is deleted.</summary>
    private string NuGetConfig() => $"""
        <configuration>
          <config>
            <add key="globalPackagesFolder" value="{Path.Combine(_root.FullName, "packages")}" />
          </config>
          <packageSources>
            <add key="packed" value="{Feed}" />
          </packageSources>
          <fallbackPackageFolders>
            {string.Concat(MachinePackages().Select(folder => $"<add key=\"machine\" value=\"{folder}\" />"))}
          </fallbackPackageFolders>
        </configuration>
        """;

    private static IEnumerable<string> MachinePackages()
        => new[]
        {
            Environment.GetEnvironmentVariable("NUGET_PACKAGES"),
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        }.OfType<string>().Where(Directory.Exists).Take(1);
}
