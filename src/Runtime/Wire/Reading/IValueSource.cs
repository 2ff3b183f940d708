namespace Kiln.Runtime.Wire;

/// <summary>What a reader hands over in place of JSON. The reader only carries it: of which type the values are is known to those that ask for them.</summary>
internal interface IValueSource;
