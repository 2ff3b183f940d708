using static Kiln.Generator.Tests.Changes.Structure.StructurePair;

namespace Kiln.Generator.Tests.Changes.Structure;

/// <summary>What is deprecated, until when it is there, and what is promised of it; today is the first day of 2030.</summary>
public sealed class LifecycleTests
{
    [Theory]
    [InlineData("tags: []", "deprecated: true", "deprecated added POST /pets [sunset-missing]")]
    [InlineData("tags: []", "deprecated: true, x-sunset: '2030-09-01'", "deprecated added POST /pets: nothing -> 2030-09-01 [with-sunset]")]
    [InlineData("tags: []", "deprecated: true, x-sunset: '2030-03-01'", "deprecated added POST /pets: nothing -> 2030-03-01 [with-sunset sunset-too-soon]")]
    [InlineData("x-stability-level: beta", "deprecated: true, x-stability-level: beta, x-sunset: '2030-03-01'", "deprecated added POST /pets: nothing -> 2030-03-01 [with-sunset]")]
    [InlineData("x-stability-level: alpha", "deprecated: true, x-stability-level: alpha", "deprecated added POST /pets")]
    [InlineData("tags: []", "deprecated: true, x-sunset: next year", "deprecated added POST /pets: nothing -> next year [invalid-sunset]")]
    [InlineData("tags: []", "deprecated: true, x-sunset: '2030-02-31'", "deprecated added POST /pets: nothing -> 2030-02-31 [invalid-sunset]")]
    [InlineData("tags: []", "deprecated: true, x-sunset: [2030]", "deprecated added POST /pets: nothing -> [invalid-sunset]")]
    [InlineData("deprecated: true", "deprecated: false", "deprecated removed POST /pets")]
    [InlineData("deprecated: true, x-sunset: '2030-09-01'", "deprecated: true", "sunset removed POST /pets: 2030-09-01 -> nothing")]
    [InlineData("deprecated: true", "deprecated: true, x-sunset: '2030-09-01'", "sunset added POST /pets: nothing -> 2030-09-01")]
    [InlineData("deprecated: true", "deprecated: true, x-sunset: '2030-02-01'", "sunset added POST /pets: nothing -> 2030-02-01 [sunset-too-soon]")]
    [InlineData("deprecated: true, x-sunset: '2030-09-01'", "deprecated: true, x-sunset: '2030-08-01'", "sunset decreased POST /pets: 2030-09-01 -> 2030-08-01")]
    [InlineData("deprecated: true, x-sunset: '2030-09-01'", "deprecated: true, x-sunset: '2030-02-01'", "sunset decreased POST /pets: 2030-09-01 -> 2030-02-01 [sunset-too-soon]")]
    [InlineData("deprecated: true, x-sunset: '2030-01-05'", "deprecated: true, x-sunset: '2030-02-01'", "sunset increased POST /pets: 2030-01-05 -> 2030-02-01")]
    [InlineData("deprecated: true, x-sunset: '2030-09-01'", "deprecated: true, x-sunset: soon", "sunset changed POST /pets: 2030-09-01 -> soon [invalid-sunset]")]
    [InlineData("deprecated: true, x-sunset: '2030-09-01'", "deprecated: true, x-sunset: '2030-09-01T12:00:00Z'")]
    [InlineData("x-sunset: '2030-09-01'", "x-sunset: '2030-10-01'")]
    [InlineData("x-stability-level: beta", "x-stability-level: stable", "stability increased POST /pets: beta -> stable")]
    [InlineData("x-stability-level: beta", "x-stability-level: alpha", "stability decreased POST /pets: beta -> alpha")]
    [InlineData("tags: []", "x-stability-level: draft", "stability decreased POST /pets: stable -> draft")]
    [InlineData("tags: []", "x-stability-level: stable")]
    [InlineData("x-stability-level: beta", "x-stability-level: final", "stability changed POST /pets: beta -> final [invalid-stability]")]
    [InlineData("x-stability-level: final", "x-stability-level: final")]
    public void Operations_are_compared(string old, string current, params string[] expected) => Assert.Equal(expected, OperationLines(old, current));

    [Theory]
    [InlineData("tags: []", "whole-path")]
    [InlineData("deprecated: true", "deprecated whole-path")]
    [InlineData("deprecated: true, x-sunset: '2029-12-31'", "deprecated sunset-passed whole-path")]
    [InlineData("deprecated: true, x-sunset: '2030-01-01'", "deprecated sunset-passed whole-path")]
    [InlineData("deprecated: true, x-sunset: '2030-01-02'", "deprecated before-sunset whole-path")]
    [InlineData("deprecated: true, x-sunset: soon", "deprecated invalid-sunset whole-path")]
    [InlineData("x-sunset: '2030-01-02'", "whole-path")]
    [InlineData("x-stability-level: draft", "unstable whole-path")]
    [InlineData("x-stability-level: final", "invalid-stability whole-path")]
    public void A_removal_says_whether_it_was_announced(string old, string traits) =>
        Assert.Equal([$"operation removed POST /pets: POST /pets -> nothing [{traits}]"], PathLines($"{{ /pets: {{ post: {{ {old}, responses: {{ '204': {{ description: d }} }} }} }} }}", "{}"));

    [Theory]
    [InlineData("", ", deprecated: true", "request deprecated added POST /pets query a [sunset-missing]")]
    [InlineData(", deprecated: true", "", "request deprecated removed POST /pets query a")]
    [InlineData(", deprecated: true, x-sunset: '2030-09-01'", ", deprecated: true", "request sunset removed POST /pets query a: 2030-09-01 -> nothing")]
    public void Parameters_are_compared(string old, string current, params string[] expected) => Assert.Equal(
        expected, OperationLines($"parameters: [{{ name: a, in: query, schema: {{ type: string }}{old} }}]", $"parameters: [{{ name: a, in: query, schema: {{ type: string }}{current} }}]"));

    [Fact]
    public void The_removal_of_a_parameter_says_whether_it_was_announced() => Assert.Equal(
        ["request parameter removed POST /pets query a: a -> nothing [optional in-query deprecated before-sunset]"],
        OperationLines("parameters: [{ name: a, in: query, schema: { type: string }, deprecated: true, x-sunset: '2031-01-01' }]", "tags: []"));
}
