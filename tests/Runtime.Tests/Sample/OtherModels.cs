using System;
using System.Collections.Generic;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Sample.Models;

/// <summary>One page of events.</summary>
public sealed partial class ThreatEventPage : WireModel, IWireModel<ThreatEventPage>
{
    public List<ThreatEvent>? Data { get; set; }

    public Pagination Pagination { get; set; } = new();

    private static readonly WireFields Fields = new WireFields(_ => new ThreatEventPage())
        .Optional("data")
        .Required("pagination");

    protected internal override void ReadField(int field, ref WireReader reader)
    {
        switch (field)
        {
            case 0: Data = reader.Value(WireType.List(WireType.Model<ThreatEvent>())); break;
            case 1: Pagination = reader.Model<Pagination>(); break;
        }
    }

    protected internal override void WriteFields(int group, WireWriter writer)
    {
        writer.Value(WireType.List(WireType.Model<ThreatEvent>()), Data);
        writer.Model(Pagination);
    }

    static WireFields IWireModel<ThreatEventPage>.Fields => Fields;

    public static ThreatEventPage CreateFromDiscriminatorValue(IParseNode parseNode) => new();
}

/// <summary>Where a page stands among the others. Closed: it keeps no unknown fields.</summary>
public sealed partial class Pagination : WireModel, IWireModel<Pagination>
{
    public string? NextCursor { get; set; }

    public long TotalItems { get; set; }

    private static readonly WireFields Fields = new WireFields(_ => new Pagination())
        .OptionalNullable("nextCursor")
        .Required("totalItems");

    protected internal override void ReadField(int field, ref WireReader reader)
    {
        switch (field)
        {
            case 0: NextCursor = reader.String(); break;
            case 1: TotalItems = reader.Int64(); break;
        }
    }

    protected internal override void WriteFields(int group, WireWriter writer)
    {
        writer.String(NextCursor);
        writer.Int64(TotalItems);
    }

    static WireFields IWireModel<Pagination>.Fields => Fields;

    public static Pagination CreateFromDiscriminatorValue(IParseNode parseNode) => new();
}

/// <summary>The service's error body.</summary>
public sealed partial class ErrorResponse : WireModel, IWireModel<ErrorResponse>
{
    public List<ErrorDetail> Errors { get; set; } = [];

    private static readonly WireFields Fields = new WireFields(_ => new ErrorResponse())
        .Required("errors");

    protected internal override void ReadField(int field, ref WireReader reader)
    {
        switch (field)
        {
            case 0: Errors = reader.Value(WireType.List(WireType.Model<ErrorDetail>())); break;
        }
    }

    protected internal override void WriteFields(int group, WireWriter writer)
    {
        writer.Value(WireType.List(WireType.Model<ErrorDetail>()), Errors);
    }

    static WireFields IWireModel<ErrorResponse>.Fields => Fields;

    public static ErrorResponse CreateFromDiscriminatorValue(IParseNode parseNode) => new();
}

/// <summary>One error.</summary>
public sealed partial class ErrorDetail : WireModel, IWireModel<ErrorDetail>
{
    public int Code { get; set; }

    public string? Title { get; set; }

    public string? Detail { get; set; }

    private static readonly WireFields Fields = new WireFields(_ => new ErrorDetail())
        .Required("code")
        .Optional("title")
        .OptionalNullable("detail");

    protected internal override void ReadField(int field, ref WireReader reader)
    {
        switch (field)
        {
            case 0: Code = reader.Int32(); break;
            case 1: Title = reader.String(); break;
            case 2: Detail = reader.String(); break;
        }
    }

    protected internal override void WriteFields(int group, WireWriter writer)
    {
        writer.Int32(Code);
        writer.String(Title);
        writer.String(Detail);
    }

    static WireFields IWireModel<ErrorDetail>.Fields => Fields;

    public static ErrorDetail CreateFromDiscriminatorValue(IParseNode parseNode) => new();
}

public sealed class ErrorResponseException(ResponseDetails context, ErrorResponse? error) : ServiceException<ErrorResponse>(context, error)
{
    public static ErrorBody Body { get; } = ErrorBody.Create(WireType.Model<ErrorResponse>(), (context, error) => new ErrorResponseException(context, error));
}
