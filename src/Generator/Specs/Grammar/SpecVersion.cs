namespace Kiln.Generator.Specs.Grammar;

/// <summary>The versions of OpenAPI that can be read, in their order.</summary>
internal enum SpecVersion
{
    Swagger20,
    OpenApi30,
    OpenApi31,
    OpenApi32,
}
