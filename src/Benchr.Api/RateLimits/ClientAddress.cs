using System.Net;
using System.Net.Sockets;

namespace Benchr.Api.RateLimits;

/// <summary>Whom a limit counts as one client.</summary>
internal static class ClientAddress
{
    /// <summary>The address of a client; of an IPv6 one its network, for it has all the addresses in it.</summary>
    public static IPAddress Of(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
