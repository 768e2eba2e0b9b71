#include "tests/bench/report.h"
#include "ui/pages/sms/sms_log_model.h"

#include <unistd.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QTableView>

using namespace wemo;
using namespace wemo::bench;
using namespace wemo::pages::sms;

namespace {
constexpr qint64 mostCounted = 400'000; ///< as the service does; what lies beyond is read on from page to page

/// Answers at once, from arithmetic: what is measured is the console, not a service.
class CannedSource final : public MessageSource {
public:
    explicit CannedSource(qint64 total)
        : m_total(total) {}

    QFuture<ui::ApiResult<MessagePage>> page(const wemo::sms::MessageFilter &, const QString &cursor,
                                             int limit) override {
        const qint64 first = cursor.toLongLong();
        MessagePage page;
        for (qint64 row = first; row < std::min(first + limit, m_total); ++row)
            page.items.append(message(row));
        page.nextCursor = first + limit < m_total ? QString::number(first + limit) : QString();
        return QtFuture::makeReadyFuture(ui::ApiResult<MessagePage>(page));
    }

    QFuture<ui::ApiResult<ui::ListOutline>> outline(const wemo::sms::MessageFilter &, int every) override {
        const qint64 counted = std::min(m_total, mostCounted);
        ui::ListOutline outline{counted, every, {}, counted == m_total, m_total};
        for (qint64 row = 0; row < counted; row += every)
            outline.anchors.append(QString::number(row));
        return QtFuture::makeReadyFuture(ui::ApiResult<ui::ListOutline>(outline));
    }

private:
    wemo::sms::Message message(qint64 row) const {
        wemo::sms::Message m;
        m.id = 1'000'000'000 - row;
        m.createdAt = fromMs(1'795'300'000'000 - row * 1000);
        m.updatedAt = m.createdAt;
        m.maskedNumber = QString("09%1•••678").arg(row % 100, 2, 10, QChar(u'0'));
        m.templateName = "otp.sign_in";
        m.text = QString("Message number %1 of a list that is longer than memory should be.").arg(row);
        m.state = wemo::sms::DeliveryState::Delivered;
        return m;
    }
    qint64 m_total;
};

double residentMegabytes() {
    QFile file("/proc/self/statm");
    file.open(QIODevice::ReadOnly);
    return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1 << 20);
}

struct Scrolled {
    double grownMegabytes = 0;
    double medianFrameMs = 0;
};

/// Goes from top to bottom in `frames` jumps, painting each, as a person who drags the scroll bar.
Scrolled scrollThrough(qint64 rows, int frames) {
    CannedSource source(rows);
    SmsLogModel model(source, [] { return fromMs(1'795'300'000'000); });
    QTableView view;
    view.setModel(&model);
    view.resize(1200, 800);
    view.show();
    model.setFilter({});
    while (model.rowCount() < std::min(rows, mostCounted))
        QApplication::processEvents();
    const double before = residentMegabytes();
    std::vector<double> times;
    for (int frame = 0; frame < frames; ++frame) {
        QElapsedTimer clock;
        clock.start();
        // 32 bits hold no product of ten million
        view.verticalScrollBar()->setValue(
            static_cast<int>(qint64(view.verticalScrollBar()->maximum()) * frame / frames));
        const int first = view.rowAt(0);
        model.setVisibleRange(first, first + 40);
        view.viewport()->repaint();
        times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        QElapsedTimer debounce; // the loader waits 30 ms for the view to stand still: let it ask and be answered
        for (debounce.start(); debounce.elapsed() < ui::PageLoader::debounceMs + 5;)
            QApplication::processEvents();
    }
    return {residentMegabytes() - before, median(times)};
}

} // namespace

int main(int argc, char **argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    scrollThrough(20'000, 50); // fonts, style and allocator warm up here
    const Scrolled small = scrollThrough(20'000, 200);
    const Scrolled large = scrollThrough(200'000, 200);
    const Scrolled huge = scrollThrough(2'000'000, 200);
    const Scrolled whole = scrollThrough(10'000'000, 400);
    report("sms_log_console", "frame while scrolling 200,000 rows", large.medianFrameMs, "ms", 16.7);
    report("sms_log_console", "memory grown scrolling 20,000 rows", small.grownMegabytes, "MB", 20);
    report("sms_log_console", "memory grown scrolling 200,000 rows", large.grownMegabytes, "MB", 20);
    report("sms_log_console", "memory grown scrolling 2,000,000 rows", huge.grownMegabytes, "MB", 40);
    report("sms_log_console", "memory grown scrolling 10,000,000 rows", whole.grownMegabytes, "MB", 40);
    report("sms_log_console", "frame while scrolling 10,000,000 rows", whole.medianFrameMs, "ms", 16.7);
    return 0;
}
