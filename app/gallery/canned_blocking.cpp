#include "app/gallery/canned_blocking.h"

#include "app/gallery/canned_blocking_data.h"
#include "app/gallery/canned_service.h"
#include "models/core/json_parts.h"

namespace wemo::gallery {

using namespace wemo::blocking;

namespace {
CannedAnswer yes(const QJsonObject &body, int status = 200) {
    return {CannedAnswer::Kind::Answer, status, body};
}

CannedAnswer missing(const char *code) {
    return CannedService::problem(404, "not-found", QLatin1StringView(code), "There is no such thing.");
}

/// A window of a list, by "c<row>".
template <typename T>
CannedAnswer pageOf(const QList<T> &rows, const QString &cursor, int limit) {
    const int from = cursor.mid(1).toInt();
    const int most = limit > 0 ? limit : 200;
    const bool more = from + most < rows.size();
    return yes({{"items", toArray(rows.mid(from, most))},
                {"next_cursor", more ? QJsonValue("c" + QString::number(from + most)) : QJsonValue()}});
}
} // namespace

CannedBlocking::CannedBlocking(Instant now)
    : m_now(now)
    , m_policies(cannedPolicies(now))
    , m_blocks(cannedBlocks(now))
    , m_bans(cannedBans(now, 40))
    , m_imports(cannedImports(now))
    , m_history(cannedHistory(now)) {
    for (const PolicyRecord &record : std::as_const(m_policies)) {
        PolicyRecord first = record;
        first.version = 1;
        first.policy.limit += 3;
        first.changedAt = now - std::chrono::hours(24 * 60);
        PolicyRecord second = first;
        second.version = 2;
        second.policy.mode = Mode::Observe;
        second.changedAt = now - std::chrono::hours(24 * 30);
        m_versions.insert(record.policy.id, {record, second, first});
    }
}

CannedAnswer CannedBlocking::answer(const CannedRequest &request) {
    const QStringList parts = request.path.split(u'/').mid(4); // after /api/v1/blocking
    const QString what = parts.value(0);
    if (what == u"policies")
        return policiesRoute(request, parts.mid(1));
    if (what == u"blocks")
        return blocksRoute(request, parts.value(1));
    if (what == u"bans")
        return bansRoute(request, parts.value(1));
    if (what == u"ban-imports")
        return importsRoute(request, parts.mid(1));
    return what == u"subjects" ? historyOf(request.body) : tryOut(request.body);
}

PolicyRecord *CannedBlocking::policy(const QString &id) {
    for (PolicyRecord &record : m_policies)
        if (record.policy.id == id)
            return &record;
    return nullptr;
}

Ban *CannedBlocking::ban(Id id) {
    for (Ban &ban : m_bans)
        if (ban.id == id)
            return &ban;
    return nullptr;
}

CannedAnswer CannedBlocking::blocksRoute(const CannedRequest &request, const QString &verb) {
    if (verb == u"undo") {
        m_blocks = m_before;
        return yes({{"undone", m_blocks.size()}});
    }
    if (!verb.isEmpty() && verb != u"search")
        return changeBlocks(verb, request.body);
    const auto asked = [&request](const char *name) {
        const QLatin1StringView key(name);
        return request.method == "GET" ? request.query.queryItemValue(key) : request.body.value(key).toString();
    };
    const QString tail = asked("value").right(3);
    QList<Block> found;
    for (const Block &block : std::as_const(m_blocks))
        if ((asked("kind").isEmpty() || asked("kind") == block.subject.kind ||
             (!tail.isEmpty() && block.subject.kind == u"pair")) &&
            (asked("policy").isEmpty() || asked("policy") == block.policyId) &&
            (tail.isEmpty() || block.subject.masked.endsWith(tail)))
            found.append(block);
    return pageOf(found, asked("cursor"), request.query.queryItemValue("limit").toInt());
}

CannedAnswer CannedBlocking::changeBlocks(const QString &verb, const QJsonObject &body) {
    if (body.value("reason").toString().isEmpty())
        return CannedService::wrongField("reason", "required", "Say why.");
    m_before = m_blocks;
    int count = 0;
    QJsonArray banned;
    for (const QJsonValue &item : body.value("items").toArray()) {
        const Result<BlockKey> key = blockKeyFromJson(item.toObject());
        const auto block =
            std::find_if(m_blocks.begin(), m_blocks.end(), [&key](const Block &b) { return key && b.key() == *key; });
        if (block == m_blocks.end())
            continue;
        ++count;
        if (verb == u"lift") {
            m_blocks.erase(block);
        } else if (verb == u"extend") {
            block->until += std::chrono::seconds(body.value("by_s").toInt());
        } else {
            Ban ban{m_nextId++,
                    block->subject.kind,
                    BanMatch::Exact,
                    block->subject.masked,
                    body.value("reason").toString(),
                    "Mei",
                    m_now,
                    {},
                    0,
                    1,
                    BanState::Active};
            m_bans.prepend(ban);
            banned.append(idToString(ban.id));
        }
    }
    if (verb == u"ban")
        return yes({{"banned", banned}});
    return yes(toJson(Change{count, "u1"}, verb == u"lift" ? "lifted" : "extended"));
}

CannedAnswer CannedBlocking::historyOf(const QJsonObject &body) const {
    HistoryPage page;
    page.subject = SubjectRef{body.value("kind").toString(), body.value("subject_id").toString(), "0917•••137"};
    if (page.subject->id.isEmpty())
        page.subject->id = m_blocks.isEmpty() ? QString("0") : m_blocks.constFirst().subject.id;
    if (nothingMoves)
        return yes(toJson(page));
    const int from = body.value("cursor").toString().mid(1).toInt();
    const int limit = body.value("limit").toInt(50);
    page.items = m_history.mid(from, limit);
    if (from + limit < m_history.size())
        page.nextCursor = "c" + QString::number(from + limit);
    return yes(toJson(page));
}

CannedAnswer CannedBlocking::tryOut(const QJsonObject &body) const {
    Trial trial;
    const QString kind = body.constBegin().key();
    const SubjectRef subject = m_blocks.isEmpty() ? SubjectRef{kind, "0", "0917•••137"} : m_blocks.constFirst().subject;
    for (const PolicyRecord &record : m_policies) {
        const Policy &policy = record.policy;
        if (policy.subjectKind != kind && policy.subjectKind != u"prefix")
            continue;
        TrialVerdict verdict{subject, policy.id, policy.event, policy.mode, true, policy.limit - 1, {}, 0, {}};
        verdict.subject.kind = policy.subjectKind;
        if (policy.subjectKind == u"prefix")
            verdict.subject.masked = "0917";
        const auto block = std::find_if(m_blocks.cbegin(), m_blocks.cend(), [&](const Block &b) {
            return b.policyId == policy.id && b.subject == subject;
        });
        if (!nothingMoves && block != m_blocks.cend()) {
            verdict.allows = false;
            verdict.left = 0;
            verdict.until = block->until;
            verdict.wait = block->until - m_now;
            verdict.strikes = block->strikes;
            trial.allowed = false;
            trial.wait = std::max(trial.wait, verdict.wait);
        }
        trial.verdicts.append(verdict);
    }
    if (!nothingMoves && kind == u"number")
        for (const Ban &ban : m_bans)
            if (ban.match == BanMatch::Prefix && ban.state == BanState::Active)
                trial.bans.append(ban);
    return yes(toJson(trial));
}

// ---- bans -----------------------------------------------------------------------------------------------------------

CannedAnswer CannedBlocking::bansRoute(const CannedRequest &request, const QString &rest) {
    if (rest == u"lift")
        return liftBans(request.body);
    if (rest == u"undo") {
        m_bans = m_bansBefore;
        return yes({{"undone", 1}});
    }
    if (rest == u"search") {
        const QString tail = request.body.value("value").toString().right(3);
        QList<Ban> found;
        for (const Ban &ban : std::as_const(m_bans))
            if (ban.masked.endsWith(tail) || (ban.match == BanMatch::Prefix && tail == u"678"))
                found.append(ban);
        return yes({{"items", toArray(found)}});
    }
    if (request.method == "POST")
        return addBan(request.body);
    if (request.method == "PUT") {
        Ban *changed = ban(idFromString(rest).value_or(0));
        if (!changed)
            return missing("ban-not-found");
        if (request.ifMatch.toInt() != changed->version) {
            CannedAnswer stale = CannedService::problem(409, "conflict", "stale", "Somebody changed it.");
            stale.body.insert("current", toJson(*changed));
            return stale;
        }
        changed->reason = request.body.value("reason").toString();
        const auto until = fromIso(request.body.value("expires_at").toString());
        changed->expiresAt = until ? std::optional(*until) : std::nullopt;
        ++changed->version;
        return yes(toJson(*changed));
    }
    const Result<BanFilter> filter = banFilterFromQuery(request.query);
    QList<Ban> found;
    for (const Ban &ban : std::as_const(m_bans))
        if ((filter->kind.isEmpty() || filter->kind == ban.kind) && (!filter->state || *filter->state == ban.state) &&
            (filter->importId == 0 || filter->importId == ban.importId) &&
            (filter->text.isEmpty() || ban.reason.contains(filter->text) || ban.masked.contains(filter->text)))
            found.append(ban);
    return pageOf(found, request.query.queryItemValue("cursor"), request.query.queryItemValue("limit").toInt());
}

CannedAnswer CannedBlocking::addBan(const QJsonObject &body) {
    const Result<NewBan> asked = newBanFromJson(body);
    if (!asked)
        return CannedService::wrongField(asked.error().fields.value(0).path, "required", "Something is missing.");
    m_bansBefore = m_bans;
    QString masked = asked->value;
    if (asked->match == BanMatch::Exact && masked.size() > 7)
        masked.replace(4, 3, "•••");
    m_bans.prepend({m_nextId++, asked->kind, asked->match, masked, asked->reason, "Mei", m_now, asked->expiresAt, 0, 1,
                    BanState::Active});
    return yes(toJson(m_bans.constFirst()), 201);
}

CannedAnswer CannedBlocking::liftBans(const QJsonObject &body) {
    m_bansBefore = m_bans;
    int count = 0;
    for (const QJsonValue &id : body.value("ids").toArray())
        if (Ban *lifted = ban(idFromString(id.toString()).value_or(0))) {
            lifted->state = BanState::Lifted;
            ++count;
        }
    return yes(toJson(Change{count, "u2"}, "lifted"));
}

void CannedBlocking::changeBanElsewhere(Id id) {
    Ban &changed = *ban(id);
    changed.reason = QString::fromUtf8("警方要求，案號 1150");
    ++changed.version;
}

} // namespace wemo::gallery
