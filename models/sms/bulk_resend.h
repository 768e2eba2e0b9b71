#pragma once
#include "models/sms/message_filter.h"

#include <QMap>

namespace wemo::sms {

/// A filter as JSON: the names of the query, lists as arrays.
QJsonObject toJson(const MessageFilter &filter);
/// Fields are told below `path`, "filter.state".
Result<MessageFilter> messageFilterFromJson(const QJsonObject &json, const QString &path);

/// What sending the failures of a filter again would take.
struct BulkPreview {
    qint64 count = 0;              ///< that would be sent
    qint64 segments = 0;           ///< of these
    qint64 costTenThousandths = 0; ///< likewise, of a TWD
    QMap<QString, qint64> refused; ///< how many would not be, by code: resent-already, code-expired, …
};
QJsonObject toJson(const BulkPreview &preview);
Result<BulkPreview> bulkPreviewFromJson(const QJsonObject &json);

enum class BulkState { Running, Done, Canceled };
QString toString(BulkState state); ///< running, done, canceled
std::optional<BulkState> bulkStateFromString(QStringView text);

/// Many messages being sent again.
struct BulkResend {
    Id id = 0;
    Instant createdAt;
    QString actor; ///< username
    QString reason;
    BulkState state = BulkState::Running;
    qint64 total = 0;   ///< approved
    qint64 resent = 0;  ///< so far
    qint64 refused = 0; ///< likewise: what was all right when it was approved need not be by its turn
    QMap<QString, qint64> refusals;
    qint64 done() const { return resent + refused; }
};
QJsonObject toJson(const BulkResend &bulk);
Result<BulkResend> bulkResendFromJson(const QJsonObject &json);

} // namespace wemo::sms
