#pragma once
#include "services/http/client.h"
#include "services/sms/gateway.h"

namespace wemo::sms {

struct MitakeOptions {
    QString url; ///< "https://smsapi.mitake.com.tw/api/mtk"; a URL without a path gets that one
    QString username;
    QString password;    ///< from the environment or a file, never from a command line
    QString callbackUrl; ///< where receipts are to go, told with each message; empty = they are only asked for
    std::chrono::milliseconds timeout{10'000};
};

/// Mitake (三竹) over its HTTP API 2.14. One message a request, by POST: login and text stay out of URLs. Its client id
/// is known for twelve hours, in which a message that is sent again is sent once. Thread-safe.
class MitakeGateway final : public Gateway {
public:
    /// Refuses a URL that is neither https nor this machine's own.
    static Result<std::unique_ptr<MitakeGateway>> create(MitakeOptions options, http::Client &client,
                                                         const Clock &clock);

    QString name() const override;
    SubmissionAnswer submit(const Submission &submission) override;
    Result<QList<Receipt>> query(const QString &batchId) override;
    Result<CancelAnswer> cancel(const QString &batchId) override;
    Result<qint64> balance() override;
    std::optional<Milliseconds> idempotentFor() const override { return std::chrono::hours(12); }

private:
    using Fields = QList<std::pair<QByteArray, QString>>;
    MitakeGateway(MitakeOptions options, http::Client &client, const Clock &clock);
    http::ClientRequest request(const QString &endpoint, const Fields &fields) const;
    Result<http::Response> ask(const QString &endpoint, const Fields &fields);

    MitakeOptions m_options;
    http::Client &m_client;
    const Clock &m_clock;
};

} // namespace wemo::sms
