#include "services/sms/receipt_inbox.h"

#include "services/runtime/failpoint.h"
#include "services/runtime/log.h"

namespace wemo::sms {

namespace {
/// Whether the same rows may go in one by one: the store answers, and one of them is the trouble.
bool isAboutOneRow(const Error &error) {
    return error.kind != ErrorKind::Unavailable && error.kind != ErrorKind::Timeout;
}
} // namespace

ReceiptInbox::ReceiptInbox(storage::Database &database, std::function<void()> afterCommit)
    : m_database(database)
    , m_afterCommit(std::move(afterCommit)) {}

ReceiptInbox::~ReceiptInbox() {
    stop();
}

void ReceiptInbox::start() {
    m_running = true;
    m_thread = std::thread([this] { loop(); });
}

void ReceiptInbox::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_running = false;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void ReceiptInbox::put(ReceiptRow row, Answer answer) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_running) {
            m_waiting.push_back({std::move(row), std::move(answer)});
            m_changed.notify_one();
            return;
        }
    }
    answer(failure(ErrorKind::Unavailable, "stopping", "The service is being stopped; try again."));
}

void ReceiptInbox::loop() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return !m_running || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        std::vector<Waiting> group;
        group.swap(m_waiting);
        lock.unlock();
        writeGroup(std::move(group));
        lock.lock();
    }
}

Result<void> ReceiptInbox::write(const std::vector<ReceiptRow> &rows) {
    WEMO_FAILPOINT("receipt.before-record");
    const Result<void> written =
        m_database.write([&rows](storage::Connection &connection) { return insertReceipts(connection, rows, false); });
    if (!written)
        return written;
    WEMO_FAILPOINT("receipt.after-record");
    m_afterCommit();
    return {};
}

void ReceiptInbox::writeGroup(std::vector<Waiting> group) {
    std::vector<ReceiptRow> rows;
    rows.reserve(group.size());
    for (const Waiting &waiting : group)
        rows.push_back(waiting.row);
    const Result<void> written = write(rows);
    const bool oneByOne = !written && group.size() > 1 && isAboutOneRow(written.error());
    for (const Waiting &waiting : group) {
        const Result<void> own = oneByOne ? write({waiting.row}) : written;
        if (!own)
            runtime::log::warn("receipt-not-written", {{"code", own.error().code}, {"detail", own.error().detail}});
        waiting.answer(own);
    }
}

} // namespace wemo::sms
