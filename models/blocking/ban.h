#pragma once
#include "models/blocking/subject_ref.h"

#include <QUrlQuery>

namespace wemo::blocking {

enum class BanMatch { Exact, Prefix, Cidr };
enum class BanState { Active, Expired, Lifted };
QString toString(BanMatch match); ///< "exact", "prefix", "cidr"
std::optional<BanMatch> banMatchFromString(QStringView text);
QString toString(BanState state); ///< "active", "expired", "lifted"
std::optional<BanState> banStateFromString(QStringView text);

/// One entry of the ban list: a person put it there.
struct Ban {
    Id id = 0;
    QString kind;
    BanMatch match = BanMatch::Exact;
    QString masked; ///< of a single subject; prefixes and ranges are shown whole
    QString reason;
    QString author; ///< a name
    Instant createdAt{};
    std::optional<Instant> expiresAt; ///< nothing = until it is lifted
    Id importId = 0;                  ///< the file it came with
    int version = 0;
    BanState state = BanState::Active;
    bool operator==(const Ban &) const = default;
};

struct BanPage {
    QList<Ban> items;
    QString nextCursor; ///< empty: this was the last page
};

/// What is asked for: exactly one of value, prefix and cidr goes out, by its match.
struct NewBan {
    QString kind;
    BanMatch match = BanMatch::Exact;
    QString value; ///< as a person wrote it
    QString reason;
    std::optional<Instant> expiresAt;
};

/// What the list is narrowed to. Newest first, always.
struct BanFilter {
    QString kind;                                     ///< empty = all
    QString text;                                     ///< in reason, author or what is shown of the subject
    std::optional<BanState> state = BanState::Active; ///< nothing = all
    Id importId = 0;
    bool operator==(const BanFilter &) const = default;
};

QJsonObject toJson(const Ban &ban);
Result<Ban> banFromJson(const QJsonObject &json);
QJsonObject toJson(const BanPage &page);
Result<BanPage> banPageFromJson(const QJsonObject &json);
QJsonObject toJson(const NewBan &ban);
/// Strict: a request.
Result<NewBan> newBanFromJson(const QJsonObject &json);
/// Query names kind, q, state, import.
void appendTo(QUrlQuery &query, const BanFilter &filter);
/// Field errors carry the parameter's name.
Result<BanFilter> banFilterFromQuery(const QUrlQuery &query);

} // namespace wemo::blocking
