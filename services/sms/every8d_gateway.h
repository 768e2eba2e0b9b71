#pragma once
#include "services/http/client.h"
#include "services/sms/gateway.h"

#include <QJsonObject>

namespace wemo::sms {

struct Every8dOptions {
    QString url; ///< "https://host/API21/HTTP"; a URL without a path gets the usual one
    QString uid;
    QString password; ///< from the environment or a file, never from a command line
    std::chrono::milliseconds timeout{10'000};
};

/// EVERY8D over its HTTP API 2.1. The login goes in bodies; nothing is ever sent by GET, which would put it and the
/// code into URLs. Thread-safe.
class Every8dGateway final : public Gateway {
public:
    /// Refuses a URL that is neither https nor this machine's own.
    static Result<std::unique_ptr<Every8dGateway>> create(Every8dOptions options, http::Client &client);

    QString name() const override { return QStringLiteral("every8d"); }
    SubmissionAnswer submit(const Submission &submission) override;
    Result<QList<Receipt>> query(const QString &batchId) override;
    Result<CancelAnswer> cancel(const QString &batchId) override;
    Result<qint64> balance() override;

private:
    Every8dGateway(Every8dOptions options, http::Client &client);
    /// A request by form with the login in it.
    Result<http::Response> ask(const char *endpoint, QList<std::pair<QByteArray, QString>> fields);
    http::ClientRequest request(const char *endpoint, const QByteArray &contentType, QByteArray body) const;

    Every8dOptions m_options;
    http::Client &m_client;
};

} // namespace wemo::sms
