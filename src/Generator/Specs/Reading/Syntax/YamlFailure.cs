namespace Kiln.Generator.Specs.Reading.Syntax;

/// <summary>What the parser says about a text that is not YAML.</summary>
/// <param name="Offset">Where it noticed the error.</param>
/// <param name="ParserMessage">Its message, which speaks of its own steps; empty if it has none.</param>
internal sealed record YamlFailure(int Offset, string ParserMessage);
