using System.ComponentModel;

namespace Kiln.Runtime.Wire;

/// <summary>How the cases of a union are distinguished, by looking ahead. Created by the methods here, which are nested in each other; immutable.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class UnionRule
{
    /// <summary>A case that the document does not declare, or does not distinguish from others.</summary>
    internal const int Unknown = -1;

    /// <summary>No case at all.</summary>
    internal const int Unfit = -2;

    private protected UnionRule()
    {
    }

    /// <summary>Nothing distinguishes the cases: the value is preserved as JSON.</summary>
    public static UnionRule Ambiguous { get; } = new CaseRule(Unknown);

    /// <summary>It is the case at this place.</summary>
    public static implicit operator UnionRule(int index) => new CaseRule(index);

    /// <summary>The JSON's kind tells. Of a kind that is left out there is no case.</summary>
    public static UnionRule ByKind(
        UnionRule? forString = null, UnionRule? forNumber = null, UnionRule? forBoolean = null, UnionRule? forArray = null, UnionRule? forObject = null) =>
        new KindRule(forString, forNumber, forBoolean, forArray, forObject);

    /// <summary>The value tells.</summary>
    /// <param name="otherwise">What another value is; null for a case that the document does not know.</param>
    /// <param name="values">Texts; of a number or boolean, its JSON.</param>
    public static UnionRule ByValue(UnionRule? otherwise, params (string Value, UnionRule Then)[] values) => new ValueRule(otherwise, new(values));

    /// <summary>The value of an object's field tells.</summary>
    /// <param name="name">The field.</param>
    /// <param name="otherwise">What an object without the field, or with another value, is; null for a case that the document does not know.</param>
    /// <param name="values">Texts; of a number or boolean, its JSON.</param>
    public static UnionRule ByProperty(string name, UnionRule? otherwise, params (string Value, UnionRule Then)[] values) =>
        new FieldRule(name, new(values), null, otherwise, otherwise);

    /// <summary>The same, where what an object without the field is depends on something else.</summary>
    /// <param name="name">The field.</param>
    /// <param name="missing">What an object without the field is; null for no case.</param>
    /// <param name="otherwise">What an object with another value is; null for a case that the document does not know.</param>
    /// <param name="values">Texts; of a number or boolean, its JSON.</param>
    public static UnionRule ByOptionalProperty(string name, UnionRule? missing, UnionRule? otherwise, params (string Value, UnionRule Then)[] values) =>
        new FieldRule(name, new(values), null, otherwise, missing);

    /// <summary>The kind of an object's field tells.</summary>
    /// <param name="name">The field.</param>
    /// <param name="kinds">Made by <see cref="ByKind"/>.</param>
    public static UnionRule ByPropertyKind(string name, UnionRule kinds) => new FieldRule(name, null, (KindRule)kinds, null, null);

    /// <summary>The fields that an object has tell: the first choice that fits.</summary>
    /// <param name="otherwise">What an object is that none fits; null for no case, or for an ambiguous one if a choice is made by <see cref="HasAny"/>.</param>
    /// <param name="choices">Made by <see cref="HasAll"/> and <see cref="HasAny"/>.</param>
    public static UnionRule ByKeys(UnionRule? otherwise, params UnionKeys[] choices) => new KeysRule(otherwise, choices);

    /// <summary>All of these fields must be there.</summary>
    public static UnionKeys HasAll(UnionRule then, params string[] names) => new(then, names, true);

    /// <summary>One of these fields must be there.</summary>
    public static UnionKeys HasAny(UnionRule then, params string[] names) => new(then, names, false);

    /// <summary>The first item of a list that is not null tells.</summary>
    public static UnionRule ByFirstItem(UnionRule item, UnionRule empty) => new ItemRule(item, empty);

    /// <summary>The place of the case of the value that the reader is at, or one of the constants above. The reader is a copy, and may be moved.</summary>
    internal abstract int Decide(WireReader reader);

    private sealed class CaseRule(int index) : UnionRule
    {
        internal override int Decide(WireReader reader) => index;
    }
}

/// <summary>Properties that identify a case. Created by <see cref="UnionRule"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnionKeys
{
    internal UnionKeys(UnionRule then, string[] names, bool needsAll) => (Then, Names, NeedsAll) = (then, names, needsAll);

    internal UnionRule Then { get; }

    internal string[] Names { get; }

    internal bool NeedsAll { get; }
}
