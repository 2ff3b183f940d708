using Kiln.Generator.Changes;

namespace Kiln.Tool.Comparing;

/// <summary>The comparison of two documents, as the commands see it: <see cref="ChangeFinder.Find"/>, or what a test puts in its place.</summary>
internal delegate ChangeReport FindChanges(SdkVersion old, SdkVersion current, CancellationToken cancellationToken);
