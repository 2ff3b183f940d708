using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Comparison.Lifecycles;
using Kiln.Generator.Changes.Comparison.Schemas;
using Kiln.Generator.Changes.Comparison.Values;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Contents;

/// <summary>Compares the parameters of operations.</summary>
internal sealed class ParameterComparer(ComparisonContext context, SchemaComparer schemas, ContentComparer contents)
{
    private const string Exploded = "Exploded";

    /// <summary>Compares the parameters of two operations.</summary>
    /// <param name="operation">The operations; its direction is that of the parameters.</param>
    /// <param name="old">The operation in the old document.</param>
    /// <param name="current">The operation in the new document.</param>
    public void Compare(ComparedObject operation, OperationEntry old, OperationEntry current)
    {
        var pairs = KeyedPairs<DeclaredParameter>.Of(DeclaredParameter.Of(context.OldNodes, old), DeclaredParameter.Of(context.CurrentNodes, current), p => p.Key)
            .Match((o, c) => o.Name == c.Name && o.In != c.In, out var moved)
            .Match(IsRenamed, out var renamed);

        foreach (var removed in pairs.Removed)
        {
            var parameter = Named(operation, current.Path, removed, null) with { OldAt = removed.At };
            context.Add(parameter.Differs(Aspects.Parameter, ChangeAction.Removed, removed.Name, null, [.. TraitsOf(removed), .. LifecycleComparer.RemovalTraits(removed.Node, context.Terms)]));
        }
        foreach (var added in pairs.Added)
        {
            var parameter = Named(operation, current.Path, null, added) with { CurrentAt = added.At };
            context.Add(parameter.Differs(Aspects.Parameter, ChangeAction.Added, null, added.Name, [.. TraitsOf(added)]));
        }
        foreach (var (from, to) in pairs.Both.Concat(moved).Concat(renamed))
            Compare(Named(operation, current.Path, from, to), from, to);
    }

    private void Compare(ComparedObject parameter, DeclaredParameter from, DeclaredParameter to)
    {
        if (from.In != to.In)
            context.Add(parameter.At("in").Differs(Aspects.ParameterLocation, ChangeAction.Changed, from.In, to.In, [.. TraitsOf(to)]));
        if (!from.Name.Equals(to.Name, to.In == "header" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
            context.Add(parameter.At("name").Differs(Aspects.Parameter, ChangeAction.Renamed, from.Name, to.Name, [.. TraitsOf(to)]));
        if (from.IsRequired != to.IsRequired)
            context.Add(parameter.At("required").Differs(Aspects.Required, to.IsRequired ? ChangeAction.Added : ChangeAction.Removed, null, null, [.. TraitsOf(to)]));
        if (from.Record is { } old && to.Record is { } current)
            CompareForms(parameter, old, current);
        LifecycleComparer.Compare(context, parameter);
        TextComparer.Compare(context, parameter);

        if (from.Schema is { } oldSchema && to.Schema is { } newSchema)
            schemas.Compare(oldSchema, newSchema, parameter.Use);
        else
            CompareOtherSchemas(parameter, from, to);
    }

    // How a value is written that is no list and no object does not depend on whether it is exploded.
    private void CompareForms(ComparedObject parameter, Parameter old, Parameter current)
    {
        var isSingle = old.Kind == ParameterKind.Single && current.Kind == ParameterKind.Single;
        if (old.In == current.In && parameter.At("style").Compared(Aspects.ParameterStyle, StyleOf(old, isSingle), StyleOf(current, isSingle)) is { } difference)
            context.Add(difference);
        CompareFlag(parameter.At("allowReserved"), Aspects.AllowReserved, old.AllowsReserved, current.AllowsReserved);
        CompareFlag(parameter.At("allowEmptyValue"), Aspects.AllowEmptyValue, old.AllowsEmpty, current.AllowsEmpty);
    }

    private void CompareFlag(ComparedObject parameter, string aspect, bool old, bool current)
    {
        if (old != current)
            context.Add(parameter.Differs(aspect, current ? ChangeAction.Added : ChangeAction.Removed, null, null));
    }

    private static string StyleOf(Parameter parameter, bool isSingle)
    {
        var style = parameter.Style.ToString();
        var isExploded = style.EndsWith(Exploded, StringComparison.Ordinal);
        var name = isExploded ? style.Substring(0, style.Length - Exploded.Length) : style;
        return char.ToLowerInvariant(name[0]) + name.Substring(1) + (isExploded && !isSingle ? ", exploded" : "");
    }

    // A parameter of JSON has a media type in place of a schema.
    private void CompareOtherSchemas(ComparedObject parameter, DeclaredParameter from, DeclaredParameter to)
    {
        contents.Compare(parameter);
        if (ValueOf(from) is { } old && ValueOf(to) is { } current && (from.Schema is null) != (to.Schema is null))
            schemas.Compare(old, current, parameter.Use);
    }

    private static PointedNode? ValueOf(DeclaredParameter parameter) => parameter.Schema ?? parameter.Node.Entries("content").Select(e => e.Node.Child("schema")).FirstOrDefault();

    private ComparedObject Named(ComparedObject operation, string path, DeclaredParameter? old, DeclaredParameter? current)
    {
        var parameter = (current ?? old)!;
        var isOfPath = old?.IsOfPath != false && current?.IsOfPath != false;
        var owner = isOfPath ? operation with { Subject = path } : operation;
        return context.Within(owner, old?.Node, current?.Node, $"{parameter.In} {parameter.Name}") with
        {
            Places = parameter.In == "header" ? ChangePlaces.Parameter | ChangePlaces.Header : ChangePlaces.Parameter,
        };
    }

    private static IEnumerable<string> TraitsOf(DeclaredParameter parameter)
    {
        yield return parameter.IsRequired ? Traits.Required : Traits.Optional;
        yield return parameter.In switch
        {
            "path" => Traits.InPath,
            "header" => Traits.InHeader,
            "cookie" => Traits.InCookie,
            _ => Traits.InQuery,
        };
        if (parameter.IsOfPath)
            yield return Traits.PathLevel;
        if (parameter.Schema?["default"] is not null)
            yield return Traits.HasDefault;
    }

    private static bool IsRenamed(DeclaredParameter old, DeclaredParameter current) =>
        old.In == current.In && (SimilarNames.Are(old.Name, current.Name) || (SimilarNames.IsPart(old.Name, current.Name) && HaveSameDescription(old, current)))
        && CanonicalText.Of(old.Node.Node, IsName) == CanonicalText.Of(current.Node.Node, IsName);

    // A longer name for the same, such as pageCursor for cursor.
    private static bool HaveSameDescription(DeclaredParameter old, DeclaredParameter current) => old.Node["description"].AsScalarText() is { Length: > 0 } text && text == current.Node["description"].AsScalarText();

    private static bool IsName(string key) => key == "name" || key.StartsWith("x-", StringComparison.Ordinal);
}
