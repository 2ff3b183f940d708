using System.Reflection;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Acme.Service.Hosting;

/// <summary>Swashbuckle is told of System.Text.Json's derived types, as its documentation shows.</summary>
internal static class Polymorphism
{
    public static void UseDerivedTypes(this SwaggerGenOptions options)
    {
        options.UseAllOfForInheritance();
        options.SelectSubTypesUsing(type => DerivedTypes(type).Select(d => d.DerivedType).Where(d => d != type));
        options.SelectDiscriminatorNameUsing(type => type.GetCustomAttribute<JsonPolymorphicAttribute>() is { } polymorphic
            ? polymorphic.TypeDiscriminatorPropertyName ?? "$type"
            : null);
        options.SelectDiscriminatorValueUsing(type => DerivedTypes(type.BaseType!).Concat(DerivedTypes(type)).FirstOrDefault(d => d.DerivedType == type)?.TypeDiscriminator as string);
    }

    private static IEnumerable<JsonDerivedTypeAttribute> DerivedTypes(Type type) => type.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false);
}
