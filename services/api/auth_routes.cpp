#include "services/api/auth_routes.h"

#include "services/api/body.h"
#include "services/api/idempotency_key.h"

namespace wemo::api {

namespace {
constexpr int maxDevice = 128;
constexpr int maxToken = 200;

template <typename T>
Result<http::Response> answer(const Result<T> &result, int status = 200) {
    if (!result)
        return Failure(result.error());
    http::Response response = json(auth::toJson(*result), status);
    response.headers.emplaceBack("Cache-Control", "no-store");
    return response;
}

/// Of the SMS: English for those whose phone speaks it, else Chinese.
QString languageOf(const http::Request &request) {
    const QByteArray first = request.header("Accept-Language").trimmed().left(2).toLower();
    return first == "en" ? QStringLiteral("en") : QStringLiteral("zh-TW");
}

otp::Client clientOf(const Context &context, JsonReader &reader) {
    return {reader.string("device_id", maxDevice), context.request.remoteAddress, context.request.requestId,
            languageOf(context.request)};
}

Result<http::Response> createChallenge(const AuthDependencies &d, const Context &context) {
    const auto body = jsonBody(context.request);
    if (!body)
        return Failure(body.error());
    JsonReader reader(*body);
    const QString channel = reader.string("channel", 20);
    otp::ChallengeRequest request;
    request.phone = reader.string("phone", 60);
    request.client = clientOf(context, reader);
    if (!channel.isEmpty() && channel != "sms")
        reader.fail("channel", "unknown-word", "Codes come by \"sms\".");
    if (const auto read = reader.finish(); !read)
        return Failure(read.error());
    const auto key = idempotencyKeyOf(context.request);
    if (!key)
        return Failure(key.error());
    request.flow = "sign_in"; // the service decides; the other flows come with their pages
    request.idempotencyKey = *key;
    return answer(d.challenges.create(request), 202);
}

Result<http::Response> resendChallenge(const AuthDependencies &d, const Context &context) {
    const auto body = jsonBody(context.request);
    if (!body)
        return Failure(body.error());
    JsonReader reader(*body);
    const otp::Client client = clientOf(context, reader);
    if (const auto read = reader.finish(); !read)
        return Failure(read.error());
    return answer(d.challenges.resend(context.parameters["id"], client), 202);
}

Result<http::Response> verifyChallenge(const AuthDependencies &d, const Context &context) {
    const auto body = jsonBody(context.request);
    if (!body)
        return Failure(body.error());
    JsonReader reader(*body);
    const QString code = reader.string("code", 40);
    const otp::Client client = clientOf(context, reader);
    if (const auto read = reader.finish(); !read)
        return Failure(read.error());
    return answer(d.signIn.verify(context.parameters["id"], code, client));
}

using Exchange = Result<auth::AccessGrant> (auth::SignIn::*)(const QString &, const QString &);

RouteHandler exchange(const AuthDependencies &d, const char *field, Exchange step) {
    return [d, field, step](const Context &context) -> Result<http::Response> {
        const auto body = jsonBody(context.request);
        if (!body)
            return Failure(body.error());
        JsonReader reader(*body);
        const QString token = reader.string(field, maxToken);
        const QString device = reader.string("device_id", maxDevice);
        if (const auto read = reader.finish(); !read)
            return Failure(read.error());
        return answer((d.signIn.*step)(token, device));
    };
}

Result<http::Response> publicKeys(const AuthDependencies &d) {
    http::Response response = json(d.signIn.publicKeys());
    response.headers.emplaceBack("Cache-Control", "public, max-age=300");
    return response;
}
} // namespace

QList<Route> authRoutes(const AuthDependencies &d) {
    using Step = Result<http::Response> (*)(const AuthDependencies &, const Context &);
    const auto bind = [d](Step step) { return [d, step](const Context &context) { return step(d, context); }; };
    const auto open = [](const char *method, const char *pattern, RouteHandler handler) {
        return Route{method, QString::fromLatin1(pattern), Access::Public, std::nullopt, std::move(handler)};
    };
    return {open("POST", "/auth/v1/challenges", bind(createChallenge)),
            open("POST", "/auth/v1/challenges/{id}/resend", bind(resendChallenge)),
            open("POST", "/auth/v1/challenges/{id}/verify", bind(verifyChallenge)),
            open("POST", "/auth/v1/tokens", exchange(d, "tmp_token", &auth::SignIn::exchange)),
            open("POST", "/auth/v1/tokens/refresh", exchange(d, "refresh_token", &auth::SignIn::refresh)),
            open("GET", "/auth/v1/jwks.json", [d](const Context &) { return publicKeys(d); })};
}

} // namespace wemo::api
