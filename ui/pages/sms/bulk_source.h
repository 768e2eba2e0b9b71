#pragma once
#include "models/sms/message_filter.h"
#include "ui/client/api_client.h"

namespace wemo::pages::sms {

/// What sending the messages of a filter again would come to.
struct BulkPreview {
    qint64 count = 0; ///< that would be sent
    qint64 segments = 0;
    qint64 costTenThousandths = 0;
    QList<QPair<QString, qint64>> refused; ///< why others stay, most first
};

/// A bulk resend on its way, or done with.
struct BulkJob {
    QString id;
    qint64 total = 0;
    qint64 done = 0;
    qint64 resent = 0;
    qint64 refused = 0;
    QString state; ///< running, done, canceled
    bool isOver() const { return state == u"done" || state == u"canceled"; }
};

class BulkSource final {
public:
    explicit BulkSource(ui::ApiClient &client)
        : m_client(client) {}
    QFuture<ui::ApiResult<BulkPreview>> preview(const wemo::sms::MessageFilter &filter);
    /// `expected` as the preview said: when it is another number by now, nothing is sent.
    QFuture<ui::ApiResult<BulkJob>> start(const wemo::sms::MessageFilter &filter, const QString &reason,
                                          qint64 expected);
    QFuture<ui::ApiResult<BulkJob>> job(const QString &id);
    QFuture<ui::ApiResult<void>> cancel(const QString &id);

private:
    ui::ApiClient &m_client;
};

/// As the body of a request has it: names of the query, lists as arrays.
QJsonObject bulkFilter(const wemo::sms::MessageFilter &filter);

} // namespace wemo::pages::sms
