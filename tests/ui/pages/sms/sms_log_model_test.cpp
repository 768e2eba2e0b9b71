#include "app/gallery/canned_messages.h"
#include "ui/pages/sms/sms_log_model.h"

#include <QAbstractItemModelTester>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>

namespace wemo::pages::sms {

using wemo::sms::DeliveryState;
using wemo::sms::Message;
using wemo::sms::MessageFilter;

/// A log of any length; row i has id `length - i`. Answers at once, or when told.
class ScriptedLog final : public MessageSource {
public:
    explicit ScriptedLog(int rows)
        : length(rows) {}

    Message message(int row) const {
        Message message;
        message.id = 1'000'000 + length - row;
        message.createdAt = fromMs(1'795'329'000'000 - qint64(row) * 1000);
        message.updatedAt = message.createdAt;
        message.maskedNumber = QStringLiteral("0912•••678");
        message.state = DeliveryState::Sent;
        message.version = 3;
        return message;
    }

    QFuture<ui::ApiResult<MessagePage>> page(const MessageFilter &filter, const QString &cursor, int limit) override {
        ++asked;
        lastFilter = filter;
        MessagePage page;
        const int first = cursor.toInt();
        for (int row = first; row < std::min(length, first + limit); ++row)
            page.items.append(message(row));
        if (first + limit < length)
            page.nextCursor = QString::number(first + limit);
        return answer<MessagePage>(page);
    }

    QFuture<ui::ApiResult<ui::ListOutline>> outline(const MessageFilter &, int every) override {
        ui::ListOutline outline{length, every, {}};
        for (int row = 0; row < length; row += every)
            outline.anchors.append(row == 0 ? QString() : QString::number(row));
        return answer<ui::ListOutline>(outline);
    }

    template <typename T>
    QFuture<ui::ApiResult<T>> answer(const T &value) {
        const auto promise = std::make_shared<QPromise<ui::ApiResult<T>>>();
        promise->start();
        const bool fails = failing;
        const auto finish = [promise, value, fails] {
            ui::ApiError error;
            error.kind = ErrorKind::Unavailable;
            error.status = 503;
            promise->addResult(fails ? ui::ApiResult<T>(tl::unexpected(error)) : ui::ApiResult<T>(value));
            promise->finish();
        };
        if (held)
            waiting.append(finish);
        else
            finish();
        return promise->future();
    }

    int length;
    bool failing = false;
    bool held = false;
    int asked = 0;
    MessageFilter lastFilter;
    QList<std::function<void()>> waiting;
};

class SmsLogModelTest final : public QObject {
    Q_OBJECT

    static std::unique_ptr<SmsLogModel> open(ScriptedLog &log) {
        auto model = std::make_unique<SmsLogModel>(log, [] { return fromMs(1'795'329'012'000); });
        if (log.length < 10'000) // it walks every row at every change
            new QAbstractItemModelTester(model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal,
                                         model.get());
        model->setFilter({});
        return model;
    }
    static void load(SmsLogModel &model, int length) { QTRY_COMPARE(model.rowCount(), length); }

private Q_SLOTS:
    void theFirstPageIsThereBeforeTheTotal() {
        ScriptedLog log(200'000);
        auto model = open(log);
        QCOMPARE(model->status(), SmsLogModel::Status::Loading);
        QSignalSpy inserted(model.get(), &QAbstractItemModel::rowsInserted);
        QTRY_COMPARE(model->rowCount(), 200'000);
        QVERIFY(inserted.size() == 1); // 200 by the reset, the rest at once
        QVERIFY(model->isComplete());
        QCOMPARE(log.asked, 1);
    }

    void growsAndJumpsAsAModelMust() {
        ScriptedLog log(2'000);
        auto model = open(log);
        load(*model, 2'000);
        model->setVisibleRange(1'500, 1'520);
        QTRY_VERIFY(model->messageAt(1'500));
        model->refresh();
        QTRY_VERIFY(!model->messageAt(1'500));
    }

    void lookingAtDataAsksForNothing() {
        ScriptedLog log(200'000);
        auto model = open(log);
        load(*model, 200'000);
        for (int row = 0; row < 200'000; row += 500)
            QCOMPARE(model->index(row, SmsLogModel::State).data(SmsLogModel::LoadedRole).toBool(), row < 200);
        QCoreApplication::processEvents();
        QCOMPARE(log.asked, 1);
        QVERIFY(!model->index(199'999, SmsLogModel::Created).data().isValid());
    }

    void anyRowComesWhenItIsLookedAtAndMemoryStaysBounded() {
        ScriptedLog log(200'000);
        auto model = open(log);
        load(*model, 200'000);
        for (int row = 1'000; row < 190'000; row += 6'301) {
            model->setVisibleRange(row, row + 20);
            QTRY_VERIFY(model->messageAt(row));
            QCOMPARE(model->messageAt(row)->id, log.message(row).id);
        }
        int here = 0;
        for (int row = 0; row < 200'000; ++row)
            here += model->messageAt(row) ? 1 : 0;
        QVERIFY2(here <= SmsLogModel::pageSize * SmsLogModel::pageBudget, qPrintable(QString::number(here)));
    }

    void newsChangeARowInPlace() {
        ScriptedLog log(50);
        auto model = open(log);
        load(*model, 50);
        QSignalSpy changed(model.get(), &QAbstractItemModel::dataChanged);
        Message message = log.message(7);
        message.state = DeliveryState::Delivered;
        message.version = 4;
        model->applyLive(message);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 7);
        QCOMPARE(model->index(7, SmsLogModel::State).data(SmsLogModel::RawRole).toString(),
                 QStringLiteral("delivered"));
        QCOMPARE(model->rowCount(), 50);
        message.state = DeliveryState::Sent;
        message.version = 2;
        model->applyLive(message); // older news arrives late
        QVERIFY(model->messageAt(7)->state == DeliveryState::Delivered);
    }

    void newMessagesGoOnTopWhileThePersonIsThere() {
        ScriptedLog log(50);
        auto model = open(log);
        load(*model, 50);
        Message message = log.message(0);
        message.id += 5;
        message.createdAt += std::chrono::seconds(1);
        model->applyLive(message);
        QCOMPARE(model->rowCount(), 51);
        QCOMPARE(model->messageAt(0)->id, message.id);
        QCOMPARE(model->messageAt(1)->id, log.message(0).id);
        QCOMPARE(model->rowOf(log.message(9).id), 10);
        message.state = DeliveryState::Delivered;
        message.version = 9;
        model->applyLive(message); // the one on top changes too
        QCOMPARE(model->rowCount(), 51);
        QVERIFY(model->messageAt(0)->state == DeliveryState::Delivered);
    }

    void newMessagesAreCountedWhileThePersonReadsElsewhere() {
        ScriptedLog log(50);
        auto model = open(log);
        load(*model, 50);
        model->setAtTop(false);
        Message message = log.message(0);
        for (int i = 1; i <= 3; ++i) {
            message.id += 1;
            message.createdAt += std::chrono::seconds(1);
            model->applyLive(message);
            model->applyLive(message); // the same one again counts once
        }
        QCOMPARE(model->rowCount(), 50);
        QCOMPARE(model->newCount(), 3);
        log.length = 53;
        model->showNew();
        QTRY_COMPARE(model->rowCount(), 53);
        QCOMPARE(model->newCount(), 0);
    }

    void aFilterLetsOnlyWhatMayMatchCount() {
        ScriptedLog log(50);
        auto model = open(log);
        MessageFilter filter;
        filter.states = {DeliveryState::Failed};
        model->setFilter(filter);
        load(*model, 50);
        QCOMPARE(log.lastFilter, filter);
        Message message = log.message(0);
        message.id += 1;
        message.createdAt += std::chrono::seconds(1);
        model->applyLive(message);
        QCOMPARE(model->newCount(), 0);
        message.state = DeliveryState::Failed;
        model->applyLive(message);
        QCOMPARE(model->newCount(), 1);
        QCOMPARE(model->rowCount(), 50);
    }

    void aFailedFirstReadIsAStateAndRetryMendsIt() {
        ScriptedLog log(50);
        log.failing = true;
        auto model = open(log);
        QTRY_COMPARE(model->status(), SmsLogModel::Status::Failed);
        QCOMPARE(model->error()->status, 503);
        log.failing = false;
        model->retry();
        load(*model, 50);
        QVERIFY(!model->error());
    }

    void aFailedRefreshKeepsWhatWasRead() {
        ScriptedLog log(50);
        auto model = open(log);
        load(*model, 50);
        log.failing = true;
        model->refresh();
        QTRY_VERIFY(model->error());
        QCOMPARE(model->rowCount(), 50);
        QVERIFY(model->messageAt(10));
        QCOMPARE(model->status(), SmsLogModel::Status::Ready);
    }

    void anAnswerToAnOlderFilterIsDropped() {
        ScriptedLog log(50);
        log.held = true;
        auto model = open(log);
        QTRY_COMPARE(log.waiting.size(), 1);
        log.length = 3;
        MessageFilter filter;
        filter.number = QStringLiteral("0912345678");
        model->setFilter(filter);
        QTRY_COMPARE(log.waiting.size(), 2);
        log.waiting.at(1)();
        QTRY_COMPARE(model->rowCount(), 3);
        log.waiting.at(0)();
        QCoreApplication::processEvents();
        QCOMPARE(model->rowCount(), 3);
    }

    void newsDuringTheFirstReadAreNotLost() {
        ScriptedLog log(50);
        log.held = true;
        auto model = open(log);
        QTRY_COMPARE(log.waiting.size(), 1);
        Message message = log.message(0);
        message.id += 1;
        message.createdAt += std::chrono::seconds(1);
        model->applyLive(message);
        log.waiting.takeFirst()();
        QTRY_COMPARE(model->rowCount(), 51);
        QCOMPARE(model->messageAt(0)->id, message.id);
    }

    void anEmptyLogIsReadyAndEmpty() {
        ScriptedLog log(0);
        auto model = open(log);
        QTRY_COMPARE(model->status(), SmsLogModel::Status::Ready);
        QCOMPARE(model->total(), 0);
    }
};

} // namespace wemo::pages::sms

QTEST_MAIN(wemo::pages::sms::SmsLogModelTest)
#include "sms_log_model_test.moc"
