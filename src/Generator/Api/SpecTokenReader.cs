using System.Globalization;
using System.Numerics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;
using Newtonsoft.Json;

namespace Kiln.Generator.Api;

/// <summary>
/// Gives a tree to Newtonsoft as the tokens of its text, which then is neither written nor read. Examples and links are left out: they are a good
/// part of a large document, and nobody asks NSwag for them.
/// </summary>
internal sealed class SpecTokenReader : JsonReader
{
    private readonly SpecMap root;
    private readonly Stack<Frame> open = new();
    private bool hasBegun;
    private bool isDecimal;

    public SpecTokenReader(SpecMap root)
    {
        this.root = root;
        MaxDepth = null; // The Specs stage has a limit of its own.
    }

    public override bool Read()
    {
        if (open.Count == 0)
        {
            if (hasBegun)
            {
                SetToken(JsonToken.None);
                return false;
            }
            hasBegun = true;
            Begin(root, OpenApiObjectKind.Document, OpenApiObjectKind.Data);
            return true;
        }

        var frame = open.Peek();
        if (frame.Items is { } items)
            ReadItem(frame, items);
        else
            ReadEntry(frame, frame.Entries!);
        return true;
    }

    /// <summary>The next number with all of its digits, which a <see cref="double"/> may not have room for.</summary>
    public override decimal? ReadAsDecimal()
    {
        isDecimal = true;
        try
        {
            return base.ReadAsDecimal();
        }
        finally
        {
            isDecimal = false;
        }
    }

    private void ReadItem(Frame frame, IReadOnlyList<SpecNode> items)
    {
        if (frame.At < items.Count)
            Begin(items[frame.At++], frame.Members, OpenApiObjectKind.Data);
        else
            End(JsonToken.EndArray);
    }

    private void ReadEntry(Frame frame, IReadOnlyList<SpecEntry> entries)
    {
        if (frame.IsAtValue)
        {
            frame.IsAtValue = false;
            BeginValue(frame, entries[frame.At++]);
            return;
        }

        while (frame.At < entries.Count && IsUnread(frame.Kind, entries[frame.At].Key))
            frame.At++;
        if (frame.At == entries.Count)
        {
            End(JsonToken.EndObject);
            return;
        }
        frame.IsAtValue = true;
        SetToken(JsonToken.PropertyName, entries[frame.At].Key);
    }

    private void BeginValue(Frame frame, SpecEntry entry)
    {
        if (frame.Kind == OpenApiObjectKind.Data)
        {
            Begin(entry.Value, frame.Members, OpenApiObjectKind.Data);
            return;
        }

        var rule = SpecGrammar.RuleOf(frame.Kind, entry.Key);
        var isContainer = rule.Form is ValueForm.ObjectMap or ValueForm.PatternedMap or ValueForm.ObjectList || entry.Value is SpecList;
        Begin(entry.Value, isContainer ? OpenApiObjectKind.Data : rule.Kind, isContainer ? rule.Kind : OpenApiObjectKind.Data);
    }

    private void Begin(SpecNode node, OpenApiObjectKind kind, OpenApiObjectKind members)
    {
        switch (node)
        {
            case SpecMap map:
                open.Push(new(map.Entries, null, kind, members));
                SetToken(JsonToken.StartObject);
                break;
            case SpecList list:
                open.Push(new(null, list.Items, kind, members));
                SetToken(JsonToken.StartArray);
                break;
            case SpecScalar { Kind: ScalarKind.String } scalar:
                SetToken(JsonToken.String, scalar.Text);
                break;
            case SpecScalar { Kind: ScalarKind.Boolean } scalar:
                SetToken(JsonToken.Boolean, scalar.Text == "true");
                break;
            case SpecScalar { Kind: ScalarKind.Number } scalar:
                SetNumber(scalar.Text);
                break;
            default:
                SetToken(JsonToken.Null);
                break;
        }
    }

    private void End(JsonToken token)
    {
        open.Pop();
        SetToken(token);
    }

    // As Newtonsoft reads them from text.
    private void SetNumber(string text)
    {
        if (isDecimal && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact))
            SetToken(JsonToken.Float, exact);
        else if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            SetToken(JsonToken.Integer, whole);
        else if (BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large))
            SetToken(JsonToken.Integer, large);
        else
            SetToken(JsonToken.Float, double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    private static bool IsUnread(OpenApiObjectKind kind, string key) => key switch
    {
        "example" or "examples" => kind is OpenApiObjectKind.Schema or OpenApiObjectKind.Parameter or OpenApiObjectKind.Header or OpenApiObjectKind.MediaType or OpenApiObjectKind.Response or OpenApiObjectKind.Components,
        "links" => kind is OpenApiObjectKind.Response or OpenApiObjectKind.Components,
        _ => false,
    };

    /// <summary>A map or list that is being read.</summary>
    /// <param name="entries">A map's.</param>
    /// <param name="items">A list's.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="members">What stands in it, where it only holds nodes of one kind.</param>
    private sealed class Frame(IReadOnlyList<SpecEntry>? entries, IReadOnlyList<SpecNode>? items, OpenApiObjectKind kind, OpenApiObjectKind members)
    {
        public IReadOnlyList<SpecEntry>? Entries => entries;

        public IReadOnlyList<SpecNode>? Items => items;

        public OpenApiObjectKind Kind => kind;

        public OpenApiObjectKind Members => members;

        public int At { get; set; }

        public bool IsAtValue { get; set; }
    }
}
