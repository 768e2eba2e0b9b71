#include "models/sms/error_table.h"

#include "models/core/enum_names.h"

#include <QStringList>

namespace wemo::sms {

namespace {
using S = DeliveryState;
using A = Actor;
constexpr ErrorStage submission = ErrorStage::Submission;
constexpr ErrorStage receipt = ErrorStage::Receipt;
constexpr ErrorStage service = ErrorStage::Service;

constexpr EnumNames<ErrorStage, 3> stages{{
    {ErrorStage::Submission, "submission"},
    {ErrorStage::Receipt, "receipt"},
    {ErrorStage::Service, "service"},
}};
constexpr EnumNames<Actor, 6> actors{{
    {A::Nobody, "nobody"},
    {A::Rider, "rider"},
    {A::Author, "author"},
    {A::Administrator, "administrator"},
    {A::Technician, "technician"},
    {A::Gateway, "gateway"},
}};

constexpr QLatin1StringView text(const char *latin1) {
    return QLatin1StringView(latin1);
}
constexpr QLatin1StringView none = text("");
constexpr QLatin1StringView pending = text("pending");
constexpr QLatin1StringView again = text("try-again");
constexpr QLatin1StringView away = text("number-unreachable");
constexpr QLatin1StringView invalid = text("number-invalid");
constexpr QLatin1StringView blocked = text("number-blocked");
constexpr QLatin1StringView refused = text("message-refused");
constexpr QLatin1StringView unavailable = text("service-unavailable");
constexpr QLatin1StringView late = text("too-late");
constexpr QLatin1StringView canceled = text("canceled");
constexpr bool elsewhere = true;

/// Specification v2.2 of 2025-11; 107 and 999 are from older ones. -7 to -21 and -666 are described nowhere reliable.
constexpr QLatin1StringView e8d = text("every8d");
constexpr ErrorRow every8dRows[] = {
    {e8d, text("-300"), submission, S::Failed, text("gateway-login"), unavailable, A::Administrator, elsewhere},
    {e8d, text("-100"), submission, S::Failed, text("gateway-login"), unavailable, A::Administrator, elsewhere},
    {e8d, text("-101"), submission, S::Failed, text("gateway-login"), unavailable, A::Administrator, elsewhere},
    {e8d, text("no-credit"), submission, S::Failed, text("no-credit"), unavailable, A::Administrator, elsewhere},
    {e8d, text("-27"), submission, S::Failed, text("bad-number"), invalid, A::Rider},
    {e8d, text("-41"), submission, S::Failed, text("bad-number"), invalid, A::Rider},
    {e8d, text("-306"), submission, S::Failed, text("bad-number"), invalid, A::Rider},
    {e8d, text("-24"), submission, S::Failed, text("bad-content"), refused, A::Author},
    {e8d, text("-28"), submission, S::Failed, text("bad-send-time"), refused, A::Technician},
    {e8d, text("-290"), submission, S::Rejected, text("channel-refused"), unavailable, A::Administrator, elsewhere},
    {e8d, text("filtered"), submission, S::Rejected, text("duplicate-filtered"), again, A::Nobody},
    {e8d, text("-99"), submission, S::SubmitUnknown, text("gateway-error"), pending, A::Gateway},
    {e8d, text("-*"), submission, S::Failed, text("gateway-refused"), unavailable, A::Technician},
    {e8d, text("0"), receipt, S::Sent, none, none, A::Nobody},
    {e8d, text("700"), receipt, S::Sent, none, none, A::Nobody},
    {e8d, text("100"), receipt, S::Delivered, none, none, A::Nobody},
    {e8d, text("101"), receipt, S::Undelivered, text("handset-unreachable"), away, A::Rider},
    {e8d, text("102"), receipt, S::Undelivered, text("carrier-failure"), again, A::Gateway},
    {e8d, text("103"), receipt, S::Undelivered, text("wrong-number"), invalid, A::Rider},
    {e8d, text("104"), receipt, S::Undelivered, text("carrier-blacklist"), blocked, A::Rider},
    {e8d, text("105"), receipt, S::Rejected, text("carrier-keyword"), refused, A::Author},
    {e8d, text("106"), receipt, S::Rejected, text("gateway-keyword"), refused, A::Author},
    {e8d, text("-3"), receipt, S::Rejected, text("gateway-blacklist"), blocked, A::Administrator},
    {e8d, text("107"), receipt, S::Expired, text("expired"), away, A::Rider},
    {e8d, text("300"), receipt, S::Scheduled, none, none, A::Nobody},
    {e8d, text("303"), receipt, S::Canceled, text("schedule-canceled"), canceled, A::Nobody},
    {e8d, text("301"), receipt, S::Failed, text("no-credit"), unavailable, A::Administrator},
    {e8d, text("500"), receipt, S::Failed, text("international-off"), invalid, A::Rider},
    {e8d, text("-1"), receipt, S::Failed, text("bad-parameter"), unavailable, A::Technician},
    {e8d, text("-2"), receipt, S::Failed, text("gateway-account"), unavailable, A::Administrator},
    {e8d, text("-4"), receipt, S::Failed, text("account-overdue"), unavailable, A::Administrator},
    {e8d, text("-5"), receipt, S::Failed, text("too-long"), refused, A::Author},
    {e8d, text("-8"), receipt, S::Failed, text("bad-number"), invalid, A::Rider},
    {e8d, text("-10"), receipt, S::Failed, text("no-mms"), refused, A::Author},
    {e8d, text("888"), receipt, S::Sent, text("test-mode"), none, A::Administrator},
    {e8d, text("999"), receipt, S::Sent, text("reply"), none, A::Nobody, false, true},
};

/// Specification v2.14, appendices 1 and 2; 3 is from an older one. Letters are answers to requests.
constexpr QLatin1StringView mtk = text("mitake");
constexpr ErrorRow mitakeRows[] = {
    {mtk, text("c"), submission, S::Failed, text("gateway-login"), unavailable, A::Administrator, elsewhere},
    {mtk, text("d"), submission, S::Failed, text("gateway-login"), unavailable, A::Administrator, elsewhere},
    {mtk, text("e"), submission, S::Failed, text("gateway-login"), unavailable, A::Administrator, elsewhere},
    {mtk, text("f"), submission, S::Failed, text("gateway-account"), unavailable, A::Administrator, elsewhere},
    {mtk, text("h"), submission, S::Failed, text("gateway-account"), unavailable, A::Administrator, elsewhere},
    {mtk, text("k"), submission, S::Failed, text("gateway-account"), unavailable, A::Administrator, elsewhere},
    {mtk, text("m"), submission, S::Failed, text("gateway-account"), unavailable, A::Administrator, elsewhere},
    {mtk, text("n"), submission, S::Failed, text("gateway-account"), unavailable, A::Administrator, elsewhere},
    {mtk, text("p"), submission, S::Failed, text("gateway-account"), unavailable, A::Administrator, elsewhere},
    {mtk, text("s"), submission, S::Failed, text("no-credit"), unavailable, A::Administrator, elsewhere},
    {mtk, text("a"), submission, S::Failed, text("gateway-stopped"), again, A::Gateway, elsewhere},
    {mtk, text("b"), submission, S::Failed, text("gateway-stopped"), again, A::Gateway, elsewhere},
    {mtk, text("r"), submission, S::Failed, text("gateway-stopped"), again, A::Gateway, elsewhere},
    {mtk, text("l"), submission, S::Failed, text("gateway-busy"), again, A::Technician, elsewhere},
    {mtk, text("t"), submission, S::Expired, text("not-sent-in-time"), late, A::Technician},
    {mtk, text("u"), submission, S::Failed, text("bad-content"), refused, A::Author},
    {mtk, text("v"), submission, S::Failed, text("bad-number"), invalid, A::Rider},
    {mtk, text("x"), submission, S::Failed, text("too-long"), refused, A::Author},
    {mtk, text("y"), submission, S::Failed, text("bad-parameter"), unavailable, A::Technician},
    {mtk, text("*"), submission, S::SubmitUnknown, text("gateway-error"), pending, A::Gateway},
    {mtk, text("0"), receipt, S::Scheduled, none, none, A::Nobody},
    {mtk, text("1"), receipt, S::Sent, none, none, A::Nobody},
    {mtk, text("2"), receipt, S::Sent, none, none, A::Nobody},
    {mtk, text("3"), receipt, S::Sent, none, none, A::Nobody},
    {mtk, text("4"), receipt, S::Delivered, none, none, A::Nobody},
    {mtk, text("5"), receipt, S::Rejected, text("bad-content"), refused, A::Author},
    {mtk, text("6"), receipt, S::Undelivered, text("wrong-number"), invalid, A::Rider},
    {mtk, text("7"), receipt, S::Rejected, text("message-stopped"), blocked, A::Administrator},
    {mtk, text("8"), receipt, S::Expired, text("expired"), away, A::Rider},
    {mtk, text("9"), receipt, S::Canceled, text("schedule-canceled"), canceled, A::Nobody},
};

constexpr ErrorRow ourRows[] = {
    {none, text("unreachable"), submission, S::Failed, text("gateway-unreachable"), again, A::Gateway, elsewhere},
    {none, text("timeout"), submission, S::SubmitUnknown, text("no-answer"), pending, A::Gateway},
    {none, text("no-answer"), submission, S::SubmitUnknown, text("no-answer"), pending, A::Gateway},
    {none, text("unreadable"), submission, S::SubmitUnknown, text("unreadable-answer"), pending, A::Technician},
    {none, text("http-*"), submission, S::SubmitUnknown, text("gateway-error"), pending, A::Gateway},
    {none, none, service, S::SubmitUnknown, text("interrupted"), pending, A::Technician},
    {none, none, service, S::Unknown, text("no-receipt"), pending, A::Gateway},
    {none, none, service, S::Expired, text("not-sent-in-time"), late, A::Technician},
    {none, none, service, S::Rejected, text("blocked"), blocked, A::Administrator},
    {none, none, service, S::Canceled, text("removed-from-queue"), canceled, A::Nobody},
    {none, none, service, S::Canceled, text("canceled-by-staff"), canceled, A::Nobody},
};

bool covers(QLatin1StringView pattern, QStringView code) {
    if (pattern.size() > 1 && pattern.endsWith(u'*'))
        return code.size() >= pattern.size() && code.startsWith(pattern.chopped(1));
    return code == pattern;
}
} // namespace

QString toString(ErrorStage stage) {
    return stages.toString(stage);
}
QString toString(Actor actor) {
    return actors.toString(actor);
}

const std::vector<ErrorRow> &errorTable() {
    static const std::vector<ErrorRow> table = [] {
        std::vector<ErrorRow> rows(std::begin(every8dRows), std::end(every8dRows));
        rows.insert(rows.end(), std::begin(mitakeRows), std::end(mitakeRows));
        rows.insert(rows.end(), std::begin(ourRows), std::end(ourRows));
        return rows;
    }();
    return table;
}

const ErrorRow *findError(QStringView gateway, QStringView code, ErrorStage stage) {
    // Rows stand in the order they win in: a gateway's own before ours, the exact ones before those with a *.
    for (const ErrorRow &row : errorTable())
        if (row.stage == stage && !row.code.isEmpty() && (row.gateway.isEmpty() || row.gateway == gateway) &&
            covers(row.code, code))
            return &row;
    return nullptr;
}

const ErrorRow *findReason(QStringView reason) {
    if (reason.isEmpty())
        return nullptr;
    for (const ErrorRow &row : errorTable())
        if (row.reason == reason)
            return &row;
    return nullptr;
}

const QStringList &callerWords() {
    static const QStringList words{pending, again, away, invalid, blocked, refused, unavailable, late, canceled};
    return words;
}

std::optional<StatusMeaning> receiptMeaning(QStringView gateway, QStringView rawCode) {
    const ErrorRow *row = findError(gateway, rawCode, ErrorStage::Receipt);
    if (!row)
        return std::nullopt;
    return StatusMeaning{row->state, row->reason, row->isReply};
}

} // namespace wemo::sms
