#include "services/demo/replies.h"

namespace wemo::demo {

namespace {
constexpr int looked = 4'000; // of the newest delivered messages
constexpr int everyNth = 97;

const char *const texts[] = {"收到，謝謝",
                             "這是詐騙嗎？",
                             "我沒有申請驗證碼，請勿再傳",
                             "車子已經還了，為什麼還沒結束",
                             "Wrong number, please stop",
                             "好",
                             "請問客服電話幾號？",
                             "驗證碼收到時已經過期了",
                             "TD",
                             "謝謝 👍"};

Result<void> add(storage::Connection &connection, const storage::Row &message, int n, IdSource &ids,
                 const QByteArray &sealKey) {
    const Id id = message.integer("id");
    const qint64 after = 20'000 + (id >> 21) % 1'800'000; // some minutes, as chance had it when the message was made
    const auto done =
        connection.execute("sms/insert_reply", {{"id", ids.next()},
                                                {"at", message.integer("final_at") + after},
                                                {"gateway", message.text("gateway")},
                                                {"message_id", id},
                                                {"number_hash", message.bytes("number_hash")},
                                                {"number_masked", message.text("number_masked")},
                                                {"text_sealed", runtime::seal(texts[n % std::size(texts)], sealKey)},
                                                {"dedupe", QByteArray("demo-") + QByteArray::number(id)}});
    return done ? Result<void>() : Failure(done.error());
}
} // namespace

Result<void> seedReplies(storage::Database &database, const Clock &clock, const runtime::Secrets &secrets) {
    return database.write([&](storage::Connection &connection) -> Result<void> {
        const auto before =
            connection.query("sms/replies", {{"before", std::numeric_limits<qint64>::max()}, {"limit", 1}});
        if (!before || !before->isEmpty())
            return before ? Result<void>() : Failure(before.error());
        const qint64 longAgo = toMs(clock.now() - std::chrono::minutes(40));
        const auto messages = connection.query("demo/answered", {{"before", longAgo}, {"limit", looked}});
        if (!messages)
            return Failure(messages.error());
        IdSource ids(clock, 1);
        for (qsizetype i = messages->size() - 1, n = 0; i >= 0; i -= everyNth, ++n) // oldest first, as they came
            if (const auto added = add(connection, messages->at(i), static_cast<int>(n), ids, secrets.sealKey); !added)
                return added;
        return {};
    });
}

} // namespace wemo::demo
