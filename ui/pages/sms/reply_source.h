#pragma once
#include "ui/client/api_client.h"

namespace wemo::pages::sms {

/// What somebody answered to a message.
struct Reply {
    Id id = 0;
    Instant at;
    QString maskedNumber;
    QString text;
    std::optional<Id> messageId; ///< what they answered to, where it is known
    QString gateway;
};

struct ReplyPage {
    QList<Reply> items;
    QString nextCursor; ///< empty: that was the last page
};

Result<ReplyPage> replyPageFromJson(const QJsonObject &json);

class ReplySource final {
public:
    explicit ReplySource(ui::ApiClient &client)
        : m_client(client) {}
    /// Newest first; an empty number is everybody's.
    QFuture<ui::ApiResult<ReplyPage>> page(const QString &number, const QString &cursor, int limit);

private:
    ui::ApiClient &m_client;
};

} // namespace wemo::pages::sms
