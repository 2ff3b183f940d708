namespace Kiln.Generator.Shapes.Naming;

/// <summary>A namespace that a file uses.</summary>
/// <param name="Namespace">As the file writes it.</param>
/// <param name="IsOwn">
/// Whether it is one of the SDK. Those stand inside the file's namespace: C# then finds a schema called <c>Version</c> or <c>File</c> before the
/// framework's type of that name, and before any that the project's global usings bring.
/// </param>
/// <example><c>("System", IsOwn: false)</c></example>
internal sealed record UsingShape(string Namespace, bool IsOwn);
