using System.Text.Json.Nodes;
using Kiln.Generator.Specs.Overlays;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Tool.Observing.Corrections;

/// <summary>What has to change in one object of the document as it is written.</summary>
/// <param name="target">The query of the object.</param>
/// <param name="node">The object.</param>
internal sealed class ObjectCorrection(string target, SpecMap node)
{
    private readonly List<(string Target, string Comment)> removals = [];
    private readonly List<string> comments = [];

    public string Target => target;

    /// <summary>The object as it is written.</summary>
    public SpecMap Node => node;

    /// <summary>What is merged into the object.</summary>
    public JsonObject Update { get; } = [];

    /// <summary>Whether what the object says is moved into another one below it, so that no other correction can be made within it at the same time.</summary>
    public bool MovesContent { get; private set; }

    public bool IsEmpty => removals.Count == 0 && Update.Count == 0;

    /// <summary>Says why the object is changed.</summary>
    public void Because(string comment)
    {
        if (!comments.Contains(comment))
            comments.Add(comment);
    }

    /// <summary>Removes a key, if the object has it.</summary>
    public void Remove(string key)
    {
        if (node[key] is not null)
            AddRemoval(JsonPathText.Of(node, [key])[1..], "");
    }

    /// <summary>Removes texts of a list, or the whole list if none are left.</summary>
    public void RemoveItems(string key, IReadOnlyDictionary<string, string> itemsWithReasons)
    {
        var list = JsonPathText.Of(node, [key])[1..];
        if (node[key].Texts().All(itemsWithReasons.ContainsKey))
        {
            foreach (var reason in itemsWithReasons.Values)
                Because(reason);
            AddRemoval(list, "");
            return;
        }
        foreach (var (item, reason) in itemsWithReasons)
            AddRemoval($"{list}[?@=={JsonPathText.Quoted(item)}]", reason);
    }

    /// <summary>Moves all that the object says of values into a new object, which it returns; what is for people only stays.</summary>
    public JsonObject MoveContent()
    {
        MovesContent = true;
        var moved = new JsonObject();
        foreach (var entry in node.Entries.Where(e => !SchemaKeywords.IsAnnotation(e.Key)))
        {
            moved[entry.Key] = ToJson(entry.Value);
            Remove(entry.Key);
        }
        return moved;
    }

    /// <summary>Appends to a list of the object: an overlay adds the items of a list to those that there are.</summary>
    public void Append(string key, JsonNode? item)
    {
        if (Update[key] is not JsonArray list)
            Update[key] = list = [];
        if (!list.Any(known => JsonNode.DeepEquals(known, item)))
            list.Add(item);
    }

    /// <summary>The actions, first those that remove.</summary>
    public IEnumerable<OverlayAction> Actions()
    {
        var reasons = comments.ToList();
        foreach (var (removal, comment) in removals)
        {
            yield return new(removal, null, comment.Length > 0 ? [comment] : reasons);
            if (comment.Length == 0)
                reasons = [];
        }
        if (Update.Count > 0)
            yield return new(target, Update, reasons);
    }

    public static JsonNode? ToJson(SpecNode value) => JsonNode.Parse(SpecJson.Write(value));

    private void AddRemoval(string rest, string comment)
    {
        if (!removals.Exists(r => r.Target == target + rest))
            removals.Add((target + rest, comment));
    }
}
