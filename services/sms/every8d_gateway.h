#pragma once
#include "services/http/client.h"
#include "services/sms/every8d_answer.h"
#include "services/sms/every8d_tokens.h"

#include <QJsonObject>

namespace wemo::sms {

struct Every8dOptions {
    QString url; ///< "https://host/API21/HTTP"; a URL without a path gets the usual one
    QString uid;
    QString password; ///< from the environment or a file, never from a command line
    std::chrono::milliseconds timeout{10'000};
    enum class Endpoint {
        Param, ///< SendParam: JSON, and our reference comes back in receipts
        Plain, ///< SendSMS
        Filter ///< SendSMS4FilterMessage: the vendor stops the same text to the same number within 24 h
    } endpoint = Endpoint::Param;
    bool byToken = false; ///< the login goes to ConnectionHandler only, and a token to all others
};

/// EVERY8D over its HTTP API 2.1. The login goes in bodies; nothing is ever sent by GET, which would put it and the
/// code into URLs. Thread-safe.
class Every8dGateway final : public Gateway {
public:
    /// Refuses a URL that is neither https nor this machine's own.
    static Result<std::unique_ptr<Every8dGateway>> create(Every8dOptions options, http::Client &client,
                                                          const Clock &clock);

    QString name() const override { return QStringLiteral("every8d"); }
    SubmissionAnswer submit(const Submission &submission) override;
    Result<QList<Receipt>> query(const QString &batchId) override;
    Result<CancelAnswer> cancel(const QString &batchId) override;
    Result<qint64> balance() override;

private:
    using Fields = QList<std::pair<QByteArray, QString>>;
    using Answer = tl::expected<http::Response, http::ClientFailure>;
    struct Call {
        const char *endpoint;
        Fields form = {};
        std::optional<QJsonObject> json = {}; ///< instead of the form
    };
    Every8dGateway(Every8dOptions options, http::Client &client, const Clock &clock);
    Call callOf(const Submission &submission) const;
    Call paramCall(const Submission &submission) const;
    /// With the login in it; a token that turned out to be over is replaced once.
    Answer send(const Call &call);
    Result<http::Response> ask(const Call &call);
    http::ClientRequest request(const Call &call, const QByteArray &token) const;

    Every8dOptions m_options;
    http::Client &m_client;
    std::optional<Every8dTokens> m_tokens;
};

} // namespace wemo::sms
