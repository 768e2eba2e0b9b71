#include "tests/bench/sms_list/by_hand.h"

namespace wemo::bench {

namespace {
const QByteArray mark = "that-was-all\n";
} // namespace

ByHand::ByHand(const storage::Options &options) {
    if (options.dialect == storage::Dialect::Postgres)
        m_shell.start("psql", {"-h", options.host, "-U", options.user, "-d", options.database, "-X", "-A", "-t", "-q"});
    else
        m_shell.start("sqlite3", {"-batch", options.path});
    if (!m_shell.waitForStarted())
        qFatal("psql or sqlite3 is not installed");
    if (options.dialect == storage::Dialect::Postgres)
        m_shell.write("SET jit = off;\n"); // as the service has it
}

ByHand::~ByHand() {
    m_shell.closeWriteChannel();
    if (!m_shell.waitForFinished(10'000))
        m_shell.kill();
    m_shell.waitForFinished(5'000);
}

void ByHand::ask(const QString &where, const QString &before) {
    const QString statement =
        QString("SELECT id, created_at, updated_at, number_masked, prefix, purpose, template, language, text, segments,"
                " state, reason, raw_code, gateway, batch_id, request_id, priority, resend_of, bulk, cost, real_cost,"
                " scheduled_at, accepted_at, sent_at, final_at, verified_at, version FROM sms_messages"
                " WHERE id < %1 AND %2 ORDER BY id DESC LIMIT 101; SELECT 'that-was-all';\n")
            .arg(before, where);
    m_shell.write(statement.toUtf8());
    QByteArray answer;
    while (!answer.endsWith(mark)) {
        if (!m_shell.waitForReadyRead(120'000))
            qFatal("%s", m_shell.readAllStandardError().constData());
        answer += m_shell.readAllStandardOutput();
    }
}

} // namespace wemo::bench
