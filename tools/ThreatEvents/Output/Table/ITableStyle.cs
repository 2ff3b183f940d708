namespace ThreatEvents.Output.Table;

/// <summary>How the lines of a table look.</summary>
internal interface ITableStyle
{
    /// <summary>The lines of some rows.</summary>
    /// <param name="layout">The same for all rows of the table.</param>
    /// <param name="rows">Cells, harmless and on one line each.</param>
    /// <param name="withHead">True for the first rows.</param>
    string Lines(TableLayout layout, IReadOnlyList<string[]> rows, bool withHead);
}
