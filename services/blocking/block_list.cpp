#include "services/blocking/block_list.h"

namespace wemo::blocking {

namespace {
const std::string prefix = "wemo:{blocking}:";
constexpr std::size_t answerHead = 2, partsABlock = 7;
constexpr int mostLooks = 5'000;
const QStringList searched{"number", "email", "address", "account", "id_card", "device"};

qint64 number(const redis::Reply &reply) {
    return QByteArray::fromStdString(reply.text).toLongLong();
}

QString plain(QString text) {
    return text.replace(u'\t', u' ').replace(u'\n', u' ').left(longestReason);
}

const Policy *policyOf(const QList<Policy> &policies, const QString &id) {
    const auto found = std::find_if(policies.begin(), policies.end(), [&](const Policy &one) { return one.id == id; });
    return found == policies.end() ? nullptr : &*found;
}

std::string memberOf(const BlockKey &key) {
    return QStringList{key.kind, key.policyId, key.subjectId}.join(u'/').toStdString();
}

std::optional<Block> blockFrom(std::vector<redis::Reply>::const_iterator parts, const QList<Policy> &policies) {
    const QStringList member = QString::fromStdString(parts[0].text).split(u'/');
    const Policy *policy = policyOf(policies, member.value(1));
    if (!policy)
        return std::nullopt;
    return Block{{member.value(0), member.value(2), QString::fromStdString(parts[6].text)},
                 policy->id,
                 policy->event,
                 fromMs(number(parts[1])),
                 fromMs(number(parts[2])),
                 static_cast<int>(number(parts[3])),
                 number(parts[4]),
                 QString::fromStdString(parts[5].text),
                 policy->mode};
}

/// The same as in a URL: "since-member" in Base64url.
QString cursorOf(const redis::Reply &since, const redis::Reply &member) {
    if (since.text.empty())
        return {};
    const QByteArray text = QByteArray::fromStdString(since.text + '\n' + member.text);
    return QString::fromLatin1(text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<std::pair<std::string, std::string>> placeOf(const QString &cursor) {
    if (cursor.isEmpty())
        return std::pair<std::string, std::string>();
    const QByteArray text = QByteArray::fromBase64(cursor.toLatin1(), QByteArray::Base64UrlEncoding);
    bool isNumber = false;
    (void)text.left(text.indexOf('\n')).toLongLong(&isNumber);
    if (!isNumber)
        return failure(ErrorKind::InvalidInput, "bad-cursor", "This is no cursor of this list.");
    return std::pair(text.left(text.indexOf('\n')).toStdString(), text.mid(text.indexOf('\n') + 1).toStdString());
}
} // namespace

BlockList::BlockList(redis::Pool &pool, Blocker &blocker, const PolicyBook &policies, const runtime::Secrets &secrets)
    : m_pool(pool)
    , m_blocker(blocker)
    , m_policies(policies)
    , m_sealKey(secrets.sealKey)
    , m_list(redis::Script::resource({"blocking_common", "blocking_list"}))
    , m_act(redis::Script::resource({"blocking_common", "blocking_act"})) {}

Result<BlockPage> BlockList::page(const Query &query) {
    std::string set = prefix + "blocks";
    QString kind = query.kind;
    if (!query.policyId.isEmpty()) {
        const auto policies = m_policies.current();
        const Policy *policy = policies ? policyOf(**policies, query.policyId) : nullptr;
        if (!policy || (!kind.isEmpty() && kind != policy->subjectKind))
            return policies ? Result<BlockPage>(BlockPage()) : Failure(policies.error());
        kind = policy->subjectKind;
    }
    for (const QString &part : {kind, query.policyId})
        if (!part.isEmpty())
            set += ':' + part.toStdString();
    return read(set, query.cursor, query.limit);
}

Result<BlockPage> BlockList::read(const std::string &set, const QString &cursor, int limit) {
    const auto policies = m_policies.current();
    const auto place = placeOf(cursor);
    Result<redis::Args> args = m_blocker.clockArgs();
    if (!policies || !place || !args)
        return Failure(!policies ? policies.error() : !place ? place.error() : args.error());
    Result<redis::Connection> connection = m_pool.lease();
    if (!connection)
        return Failure(connection.error());
    args->insert(args->end(), {place->first, place->second, std::to_string(limit), std::to_string(mostLooks)});
    const auto answer = m_list.run(*connection, {prefix + "clock", set}, *std::move(args));
    if (!answer)
        return Failure(answer.error());
    BlockPage page;
    page.nextCursor = cursorOf(answer->items.at(0), answer->items.at(1));
    for (std::size_t i = answerHead; i + partsABlock <= answer->items.size(); i += partsABlock)
        if (auto block = blockFrom(answer->items.begin() + static_cast<std::ptrdiff_t>(i), **policies))
            page.items.append(*std::move(block));
    return page;
}

Result<BlockPage> BlockList::find(const QString &kind, const QString &value, int limit) {
    BlockPage all;
    std::optional<Error> refused;
    for (const QString &candidate : kind.isEmpty() ? searched : QStringList{kind}) {
        const Result<Subject> subject = canonical(candidate, value);
        if (!subject) {
            refused = subject.error();
            continue;
        }
        const auto page = read(prefix + "blocks-of:" + m_blocker.keys().idOf(*subject).toStdString(), {}, limit);
        if (!page)
            return page;
        all.items += page->items;
    }
    return !kind.isEmpty() && refused ? Result<BlockPage>(Failure(*refused)) : all;
}

Result<qint64> BlockList::run(const char *how, const Act &act, const char *what, const QString &token,
                              const Extension &extension, const QList<BlockKey> &blocks) {
    Result<redis::Args> args = m_blocker.clockArgs();
    if (!args)
        return Failure(args.error());
    Result<redis::Connection> connection = m_pool.lease();
    if (!connection)
        return Failure(connection.error());
    const QStringList head{"act",
                           QString::fromLatin1(what),
                           idToString(act.actor.id),
                           act.actor.displayName,
                           act.requestId,
                           plain(act.reason),
                           token};
    args->insert(args->end(), {how, token.toStdString(), head.join(u'\t').toStdString(),
                               extension.until ? std::to_string(toMs(*extension.until)) : std::string(),
                               std::to_string(extension.by.count())});
    for (const BlockKey &block : blocks)
        args->push_back(memberOf(block));
    const auto done = m_act.run(*connection, {prefix + "clock"}, *std::move(args));
    return done ? Result<qint64>(done->integer) : Failure(done.error());
}

Result<Change> BlockList::lift(const Act &act, const QList<BlockKey> &blocks) {
    const QString token = QString::fromLatin1(runtime::randomToken(12));
    const auto done = run("lift", act, "lifted", token, {}, blocks);
    return done ? Result<Change>(Change{*done, *done > 0 ? token : QString()}) : Failure(done.error());
}

Result<Change> BlockList::extend(const Act &act, const QList<BlockKey> &blocks, const Extension &extension) {
    const QString token = QString::fromLatin1(runtime::randomToken(12));
    const auto done = run("extend", act, "extended", token, extension, blocks);
    return done ? Result<Change>(Change{*done, *done > 0 ? token : QString()}) : Failure(done.error());
}

Result<Change> BlockList::undo(const Act &act, const QString &token) {
    const auto known = m_pool.command({"EXISTS", prefix + "undo:" + token.toStdString()});
    if (!known)
        return Failure(known.error());
    if (known->integer == 0)
        return failure(ErrorKind::NotFound, "undo-over", "This cannot be taken back any more.");
    const auto done = run("undo", act, "undo", token, {}, {});
    return done ? Result<Change>(Change{*done, {}}) : Failure(done.error());
}

Result<QList<Subject>> BlockList::subjectsOf(const QList<BlockKey> &blocks) {
    QList<Subject> subjects;
    for (const BlockKey &block : blocks) {
        const auto kept = m_pool.command({"HMGET", SubjectKeys::keyOf(block.subjectId.toStdString()), "k", "v"});
        if (!kept)
            return Failure(kept.error());
        if (kept->items.size() != 2 || kept->items[1].isNil())
            continue;
        const auto value = runtime::unseal(QByteArray::fromStdString(kept->items[1].text), m_sealKey);
        if (!value)
            return Failure(value.error());
        subjects.append({QString::fromStdString(kept->items[0].text), QString::fromUtf8(*value)});
    }
    return subjects;
}

} // namespace wemo::blocking
