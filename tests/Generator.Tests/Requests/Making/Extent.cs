namespace Kiln.Generator.Tests.Requests.Making;

/// <summary>How much of what a schema does not require is there.</summary>
internal enum Extent
{
    Some,
    All,
    Required,
}
