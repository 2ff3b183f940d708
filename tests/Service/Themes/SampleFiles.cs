namespace Acme.Service.Themes;

/// <summary>What is in the files that the service sends.</summary>
public static class SampleFiles
{
    private const int ReportLength = 300_000;

    /// <summary>The text of the file of rows.</summary>
    public static string RowText { get; } = "id,name\n" + string.Concat(Enumerable.Range(1, 1000).Select(i => $"{i},row {i}\n"));

    /// <summary>A file on the disk, older than the service, as files mostly are.</summary>
    internal static string RowPath { get; } = WriteRows();

    /// <summary>The content of the report of a year.</summary>
    public static byte[] ReportOf(int year)
    {
        var content = new byte[ReportLength];
        new Random(year).NextBytes(content);
        return content;
    }

    private static string WriteRows()
    {
        var path = Path.Combine(Path.GetTempPath(), $"acme-rows-{Environment.ProcessId}.csv");
        File.WriteAllText(path, RowText);
        File.SetLastWriteTimeUtc(path, new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(path);
        return path;
    }
}
