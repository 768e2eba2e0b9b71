#include "services/demo/company.h"
#include "services/demo/replies.h"
#include "services/sms/reply_list.h"
#include "tests/support/fake_clock.h"
#include "tests/support/storage_fixture.h"

#include <QTest>

using namespace wemo;
using namespace wemo::tests;

class DemoRepliesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areThereOnceAndFitTheirMessages_data() { StorageFixture::dialects(); }
    void areThereOnceAndFitTheirMessages() {
        StorageFixture fixture;
        FakeClock clock;
        const runtime::Secrets secrets{QByteArray(32, 'p'), QByteArray(32, 's'), QByteArray(32, 'l'), "token", {}};
        demo::Scale scale;
        scale.messages = 1'000;
        const std::atomic<bool> canceled = false;
        QVERIFY(demo::Company(fixture.database(), clock, secrets, scale).seed([](qint64, qint64) {}, canceled));
        sms::ReplyList replies(fixture.database(), secrets);
        qsizetype count = 0;
        for (int start = 0; start < 2; ++start) { // every start of the service asks for them
            QVERIFY(demo::seedReplies(fixture.database(), clock, secrets));
            const auto page = replies.page({}, 100, {});
            QVERIFY(page);
            QVERIFY(page->items.size() >= 3);
            QVERIFY(start == 0 || page->items.size() == count);
            count = page->items.size();
            for (const sms::Reply &reply : page->items)
                QVERIFY(reply.messageId && !reply.text.isEmpty() && !reply.maskedNumber.isEmpty() &&
                        reply.at <= clock.now());
        }
    }
};

QTEST_GUILESS_MAIN(DemoRepliesTest)
#include "replies_test.moc"
