using Kiln.Generator.Changes;
using Kiln.Generator.Changes.Comparison;

namespace Kiln.Tool.Comparing;

/// <summary>The comparison of two documents, as the commands see it: <see cref="ChangeFinder"/>, or what a test puts in its place.</summary>
internal delegate ChangeReport FindChanges(SdkVersion old, SdkVersion current, LifecycleTerms terms, CancellationToken cancellationToken);
