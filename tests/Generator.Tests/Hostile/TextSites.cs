using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Tests.Fuzzing;

namespace Kiln.Generator.Tests.Hostile;

/// <summary>A text that a document chose: what it says, and which characters of it build something there.</summary>
/// <example>A path, whose slashes and braces make segments and parameters.</example>
internal sealed record TextSite(string Text, string Structure);

/// <summary>Finds each text that a document chose, names and prose alike, and puts another in its place everywhere.</summary>
internal static class TextSites
{
    /// <summary>All different texts, in the order of the document. What one text names in two places is one site.</summary>
    public static IReadOnlyList<TextSite> Of(SpecNode root)
    {
        List<TextSite> sites = [];
        Visit(root, OpenApiObjectKind.Document, "");
        return [.. sites.DistinctBy(s => s.Text)];

        void Visit(SpecNode node, OpenApiObjectKind kind, string structure)
        {
            if (node is SpecScalar { Kind: ScalarKind.String } text)
                sites.Add(new(text.Text, structure));
            foreach (var item in (node as SpecList)?.Items ?? [])
                Visit(item, kind, structure);
            foreach (var entry in (node as SpecMap)?.Entries ?? [])
            {
                var rule = SpecGrammar.RuleOf(kind, entry.Key);
                if (kind == OpenApiObjectKind.Data || rule.Form == ValueForm.Any || kind == OpenApiObjectKind.Callback)
                    sites.Add(new(entry.Key, ""));
                if (rule.Form is ValueForm.ObjectMap or ValueForm.PatternedMap or ValueForm.StringMap && entry.Value is SpecMap names)
                    VisitNamed(names, rule, entry.Key);
                else
                    Visit(entry.Value, rule.Kind, StructureOf(entry.Key));
            }
        }

        void VisitNamed(SpecMap names, FieldRule rule, string key)
        {
            foreach (var name in names.Entries)
            {
                sites.Add(new(name.Key, StructureOf(key)));
                Visit(name.Value, rule.Kind, "");
            }
        }
    }

    /// <summary>The document with a text in the place of another, and all that refers to it by that name along.</summary>
    public static SpecNode Replace(SpecNode node, string text, string other) => node switch
    {
        SpecScalar { Kind: ScalarKind.String } scalar => TreePath.Text(Replace(scalar.Text, text, other)),
        SpecList list => TreePath.List(list.Items.Select(item => Replace(item, text, other))),
        SpecMap map => TreePath.Map(map.Entries.Select(e => TreePath.Entry(Replace(e.Key, text, other), Replace(e.Value, text, other)))),
        _ => node,
    };

    private static string Replace(string said, string text, string other)
    {
        if (said == text)
            return other;
        if (said.StartsWith("#/", StringComparison.Ordinal))
            return SpecReference.Write(JsonPointer.Parse(said[1..]).Select(t => t == text ? other : t));
        if (said.StartsWith('/') && !said.Contains('{', StringComparison.Ordinal))
            return string.Concat(JsonPointer.Parse(said).Select(t => "/" + JsonPointer.Escape(t == text ? other : t)));
        return said.Replace($"{{{text}}}", $"{{{other}}}", StringComparison.Ordinal);
    }

    private static string StructureOf(string key) => key switch
    {
        "paths" => "/{}#",
        "content" or "consumes" or "produces" => "*",
        // Of several media types a part has the first.
        "contentType" => "*,",
        // The variables of a server.
        "url" or "variables" => "{}",
        "name" => "/{}#",
        _ => "",
    };
}
