using System.Text;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Records;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Benchr.Api.Models;

/// <summary>The days on which models end, for calendars (RFC 5545).</summary>
internal static class RetirementCalendar
{
    /// <summary>The media type.</summary>
    public const string ContentType = "text/calendar";

    /// <summary>Writes the calendar.</summary>
    /// <param name="models">Models with a day of retirement.</param>
    /// <param name="catalogue">The knowledge, for names of platforms.</param>
    /// <param name="address">What links begin with.</param>
    public static byte[] Write(IEnumerable<CataloguedModel> models, Catalogue catalogue, string address)
    {
        var calendar = new Calendar { ProductId = "-//Benchr//Model retirements//EN" };
        calendar.AddProperty("X-WR-CALNAME", "Model retirements");
        calendar.Events.AddRange(models.Select(model => EventOf(model, catalogue.FindProvider(model.Platform)?.Name ?? model.Platform, address)));
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);
    }

    private static CalendarEvent EventOf(CataloguedModel entry, string platform, string address)
    {
        var model = entry.Model;
        var day = model.Retirement!.Value;
        var isEarliest = model.RetirementKind == RetirementKind.Earliest;
        var modified = new CalDateTime(entry.Modified.UtcDateTime, "UTC");
        return new CalendarEvent
        {
            Uid = $"{entry.Platform}/{model.Id}@benchr",
            Summary = isEarliest ? $"{model.Id} may retire on {platform} from here on" : $"{model.Id} retires on {platform}",
            Description = string.Join(' ', new[] { model.Replacement is null ? null : $"Replacement: {model.Replacement}.", model.Note, model.Source?.Url }.OfType<string>()),
            Start = new CalDateTime(day),
            End = new CalDateTime(day.AddDays(1)),
            DtStamp = modified,
            LastModified = modified,
            Sequence = entry.Revision - 1,
            Url = new Uri(ModelLifecycleAnswer.AddressOf(model.Id, address)),
            Status = isEarliest ? EventStatus.Tentative : EventStatus.Confirmed,
            Transparency = TransparencyType.Transparent,
        };
    }
}
