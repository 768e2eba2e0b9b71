// The part of CannedBlocking about policies and imports.
#include "app/gallery/canned_blocking.h"
#include "app/gallery/canned_service.h"
#include "models/blocking/policy_preview.h"
#include "models/core/json_parts.h"

namespace wemo::gallery {

using namespace wemo::blocking;

namespace {
CannedAnswer yes(const QJsonObject &body, int status = 200) {
    return {CannedAnswer::Kind::Answer, status, body};
}

/// What a person edits, over the rest as it stands.
PolicyRecord edited(PolicyRecord record, const QJsonObject &body) {
    QJsonObject json = toJson(record);
    for (auto member = body.constBegin(); member != body.constEnd(); ++member)
        json.insert(member.key(), member.value());
    return policyRecordFromJson(json).value_or(record);
}
} // namespace

CannedAnswer CannedBlocking::policiesRoute(const CannedRequest &request, const QStringList &rest) {
    const QString id = rest.value(0);
    if (id.isEmpty() && request.method == "GET")
        return yes({{"items", toArray(m_policies)}});
    if (id == u"preview")
        return preview(request.body);
    if (id.isEmpty()) {
        PolicyRecord record;
        record.changedAt = m_now;
        record.changedBy = "Mei";
        record = edited(record, request.body);
        if (policy(record.policy.id))
            return CannedService::wrongField("id", "duplicate", "There is one of this name.");
        record.version = 1;
        m_policies.append(record);
        m_versions[record.policy.id].prepend(record);
        return yes(toJson(record), 201);
    }
    if (rest.value(1) == u"versions")
        return yes({{"items", toArray(m_versions.value(id))}});
    PolicyRecord *record = policy(id);
    if (rest.value(1) == u"restore" && !record) {
        m_policies.append(m_versions.value(id).value(1));
        return yes(toJson(m_policies.constLast()));
    }
    return record ? policyRoute(request, *record, rest.value(1))
                  : CannedService::problem(404, "not-found", "policy-not-found", "There is no such policy.");
}

CannedAnswer CannedBlocking::policyRoute(const CannedRequest &request, PolicyRecord &record, const QString &verb) {
    const QString id = record.policy.id;
    const int current = record.version;
    if (verb == u"restore") {
        for (const PolicyRecord &old : m_versions.value(id))
            if (old.version == request.body.value("version").toInt())
                record.policy = old.policy;
    } else {
        const int asked =
            request.method == "PUT" ? request.ifMatch.toInt() : request.query.queryItemValue("version").toInt();
        if (asked != current) {
            CannedAnswer stale = CannedService::problem(409, "conflict", "stale", "Somebody changed it.");
            stale.body.insert("current", toJson(record));
            return stale;
        }
        if (request.method == "DELETE") {
            PolicyRecord gone = record;
            gone.deleted = true;
            gone.version = current + 1;
            m_versions[id].prepend(gone);
            m_policies.removeIf([&id](const PolicyRecord &each) { return each.policy.id == id; });
            return {CannedAnswer::Kind::Answer, 204};
        }
        record = edited(record, request.body);
    }
    record.version = current + 1;
    record.changedAt = m_now;
    record.changedBy = QString::fromUtf8("王志明");
    m_versions[id].prepend(record);
    return yes(toJson(record));
}

CannedAnswer CannedBlocking::preview(const QJsonObject &body) const {
    const int days = body.value("days").toInt();
    const int limit = body.value("policy").toObject().value("limit").toInt();
    PolicyPreview preview;
    preview.days = days;
    const QDate today = QDateTime::fromMSecsSinceEpoch(toMs(m_now), Qt::OffsetFromUTC, 8 * 3600).date();
    for (int i = days - 1; i >= 0; --i) {
        const qint64 decisions = 3'800 + i * 977 % 1'400;
        const qint64 refused = limit > 50 ? 0 : (i * 37 % 61 + (i == 2 ? 190 : 12)) * 5 / std::max(1, limit);
        preview.byDay.append({today.addDays(-i), decisions, refused});
        preview.decisions += decisions;
        preview.wouldBlock += refused;
    }
    preview.subjects = preview.wouldBlock / 4;
    for (int i = 0; i < std::min<qint64>(6, preview.subjects); ++i)
        preview.examples.append({m_blocks.value(i).subject, m_now - std::chrono::hours(5 + i * 19), 41 - i * 6});
    return yes(toJson(preview));
}

void CannedBlocking::changePolicyElsewhere(const QString &id) {
    PolicyRecord &record = *policy(id);
    record.policy.limit = 8;
    record.policy.mode = Mode::Observe;
    record.changedBy = QString::fromUtf8("張家豪");
    ++record.version;
    m_versions[id].prepend(record);
}

BanImport *CannedBlocking::import(Id id) {
    for (BanImport &import : m_imports)
        if (import.id == id)
            return &import;
    return nullptr;
}

CannedAnswer CannedBlocking::importsRoute(const CannedRequest &request, const QStringList &rest) {
    if (rest.isEmpty() && request.method == "GET")
        return yes({{"items", toArray(m_imports)}, {"next_cursor", QJsonValue()}});
    if (rest.isEmpty()) {
        BanImport fresh;
        fresh.id = m_nextId++;
        fresh.name = request.body.value("name").toString();
        fresh.total = static_cast<qint64>(request.body.value("total_bytes").toDouble());
        fresh.author = QString::fromUtf8("王志明");
        fresh.createdAt = m_now;
        received.clear();
        m_imports.prepend(fresh);
        return yes(toJson(fresh), 201);
    }
    BanImport *found = import(idFromString(rest.constFirst()).value_or(0));
    return found ? importRoute(request, *found, rest.value(1))
                 : CannedService::problem(404, "not-found", "import-not-found", "There is no such import.");
}

CannedAnswer CannedBlocking::importRoute(const CannedRequest &request, BanImport &import, const QString &verb) {
    if (verb == u"parts") {
        received += request.raw;
        if (received.size() >= import.total)
            import.state = ImportState::Checking;
        return {CannedAnswer::Kind::Answer, 204};
    }
    if (verb == u"commit")
        import.state = ImportState::Writing;
    else if (verb == u"undo")
        import.state = ImportState::Undone;
    else if (request.method == "DELETE")
        import.state = ImportState::Canceled;
    else
        move(import);
    return request.method == "DELETE" ? CannedAnswer{CannedAnswer::Kind::Answer, 204} : yes(toJson(import));
}

/// As if some time had passed since the last look.
void CannedBlocking::move(BanImport &import) const {
    const qint64 lines = received.count('\n');
    if (import.state == ImportState::Checking) {
        import.lines = lines;
        if (!importsMove)
            return;
        import.state = ImportState::Ready;
        import.bad = std::min<qint64>(2, lines);
        import.duplicates = lines > 4 ? 1 : 0;
        import.good = lines - import.bad - import.duplicates;
        import.errors = {{3, 2, "bad-phone-number", "This is no phone number.", "0912-34"},
                         { 5,
                           4,
                           "bad-time",
                           "This is no date.",
                           "soon" }};
        import.errors = import.errors.mid(0, import.bad);
    } else if (import.state == ImportState::Writing) {
        import.done = importsMove ? import.good : import.good / 3;
        if (importsMove)
            import.state = ImportState::Done;
    }
}

} // namespace wemo::gallery
