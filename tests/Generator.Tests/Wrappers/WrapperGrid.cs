namespace Kiln.Generator.Tests.Wrappers;

/// <summary>
/// A document with each type in each position, once as it is and once in each wrapper. Each cell has a name of its own, which a member of the emitted code
/// has too, and stands in a line of its own, so that a diagnostic's line is its cell.
/// </summary>
internal sealed class WrapperGrid
{
    private readonly List<string> lines = ["openapi: 3.1.0", "info: {title: Grid, version: '1'}", "paths:"];

    public WrapperGrid(IReadOnlyList<GridType> types)
    {
        for (var index = 0; index < types.Count; index++)
            AddOperations(types[index], index);
        lines.Add("components:");
        lines.Add("  schemas:");
        lines.AddRange(GridType.Components.TrimEnd().Split('\n'));
        for (var index = 0; index < types.Count; index++)
            AddModel(types[index], index);
    }

    public string Document => string.Join("\n", lines);

    /// <summary>The cells, by the line of the document that they stand in, counted from 0.</summary>
    public Dictionary<int, GridCell> Cells { get; } = [];

    private void AddOperations(GridType type, int index)
    {
        var variants = GridVariant.Of(type);
        // The builder of the parameters has no operation of its own.
        lines.Add($"  /parameters{index}/{string.Join('.', variants.Select((_, i) => $"{{{GridCell.NameOf(GridPosition.Path, index, i)}}}"))}/run:");
        lines.Add("    get:");
        lines.Add("      parameters:");
        foreach (var position in new[] { GridPosition.Path, GridPosition.Query, GridPosition.Header })
            AddCells(position, (name, schema) => $"        - {{name: {name}, in: {position.ToString().ToLowerInvariant()}, required: {(position == GridPosition.Path ? "true" : "false")}, schema: {schema}}}");
        lines.Add("      responses:");
        lines.Add("        '200':");
        lines.Add("          description: Done.");
        lines.Add("          headers:");
        AddCells(GridPosition.ResponseHeader, (name, schema) => $"            {name}: {{schema: {schema}}}");

        for (var variant = 0; variant < variants.Count; variant++)
        {
            var cell = new GridCell(type, index, variants[variant], variant, GridPosition.RequestBody);
            if (cell.BodyName == cell.Name)
                lines.Add($"  /{cell.BodyName}:");
            lines.Add($"    {cell.Method}:");
            AddCell(GridPosition.RequestBody, variant, (_, schema) => $"      requestBody: {{required: true, content: {{application/json: {{schema: {schema}}}}}}}");
            AddCell(GridPosition.Response, variant, (_, schema) => $"      responses: {{'200': {{description: Done., content: {{application/json: {{schema: {schema}}}}}}}}}");
        }

        void AddCells(GridPosition position, Func<string, string, string> line)
        {
            for (var variant = 0; variant < variants.Count; variant++)
                AddCell(position, variant, line);
        }

        void AddCell(GridPosition position, int variant, Func<string, string, string> line) => Add(new(type, index, variants[variant], variant, position), line);
    }

    private void AddModel(GridType type, int index)
    {
        var variants = GridVariant.Of(type);
        lines.Add($"    T{index}: {type.Schema.Replace("SELF", $"T{index}", StringComparison.Ordinal)}");
        lines.Add($"    Model{index}:");
        lines.Add("      type: object");
        lines.Add($"      required: [{string.Join(", ", variants.Select((_, i) => GridCell.NameOf(GridPosition.Property, index, i)))}]");
        lines.Add("      properties:");
        for (var variant = 0; variant < variants.Count; variant++)
        {
            Add(new(type, index, variants[variant], variant, GridPosition.Property), (name, schema) => $"        {name}: {schema}");
            Add(new(type, index, variants[variant], variant, GridPosition.Item), (name, schema) => $"        {name}: {{type: array, items: {schema}}}");
            Add(new(type, index, variants[variant], variant, GridPosition.Value), (name, schema) => $"        {name}: {{type: object, additionalProperties: {schema}}}");
        }
    }

    private void Add(GridCell cell, Func<string, string, string> line)
    {
        Cells.Add(lines.Count, cell);
        lines.Add(line(cell.Name, cell.Variant.Write(cell.Type, $"T{cell.TypeIndex}")));
    }
}
