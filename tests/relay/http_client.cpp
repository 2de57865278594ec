#include "relay/http_client.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <charconv>

namespace goodweek::relay_tests {

Connection::Connection(std::uint16_t port, std::chrono::seconds patience)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    where.sin_port = htons(port);
    const timeval timeout{.tv_sec = patience.count(), .tv_usec = 0};
    const int yes = 1;
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout);
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&where), sizeof where) == 0) return;
    ::close(socket_);
    socket_ = -1;
}

Connection::~Connection() {
    if (socket_ >= 0) ::close(socket_);
}

std::string as_http(const wire::Request& request, std::string_view method) {
    auto text = std::string(method) + ' ' + request.target + " HTTP/1.1\r\nHost: relay\r\n";
    for (const auto& [name, value] : request.headers) text += name + ": " + value + "\r\n";
    text += "Content-Length: " + std::to_string(request.body.size()) + "\r\n\r\n";
    return text += text_of(request.body);
}

wire::Reply Connection::send(const wire::Request& request) {
    return send_raw(as_http(request, wire::name_of(request.method)));
}

wire::Reply Connection::send_raw(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) break;  // refused before all of it was sent: the answer may be there already
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return read_reply();
}

wire::Reply Connection::read_reply() {
    wire::Reply reply;
    std::size_t head_end = std::string::npos, body_size = 0;
    while (true) {
        if (head_end == std::string::npos && (head_end = unread_.find("\r\n\r\n")) != std::string::npos) {
            std::string_view head = std::string_view(unread_).substr(0, head_end);
            std::from_chars(head.data() + 9, head.data() + 12, reply.status);
            for (auto line = head.find("\r\n"); line != std::string_view::npos; line = head.find("\r\n")) {
                head.remove_prefix(line + 2);
                const auto text = head.substr(0, head.find("\r\n"));
                const auto colon = text.find(": ");
                if (colon == std::string_view::npos) continue;
                reply.headers.push_back({std::string(text.substr(0, colon)), std::string(text.substr(colon + 2))});
            }
            if (const auto size = wire::header_named(reply.headers, "content-length"))
                std::from_chars(size->data(), size->data() + size->size(), body_size);
        }
        if (head_end != std::string::npos && unread_.size() >= head_end + 4 + body_size) break;
        std::array<char, 65536> more;
        const auto got = ::recv(socket_, more.data(), more.size(), 0);
        if (got <= 0) return head_end == std::string::npos ? wire::Reply{} : reply;
        unread_.append(more.data(), static_cast<std::size_t>(got));
    }
    const auto body = bytes_of(std::string_view(unread_).substr(head_end + 4, body_size));
    reply.body.assign(body.begin(), body.end());
    unread_.erase(0, head_end + 4 + body_size);
    return reply;
}

wire::Reply send(std::uint16_t port, const wire::Request& request) { return Connection(port).send(request); }

}  // namespace goodweek::relay_tests
