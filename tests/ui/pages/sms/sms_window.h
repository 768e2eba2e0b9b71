#pragma once
#include "app/gallery/stage.h"
#include "ui/shell/workspace.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QTest>

namespace wemo::gallery {

/// The page of messages in a real window over a canned service, for tests that drive it by object names and keys.
class SmsWindow {
public:
    SmsWindow() {
        m_theme.apply(ui::Scheme::Light);
        m_language.use(QStringLiteral("en"));
        restart();
    }

    void restart() { m_stage = std::make_unique<Stage>(m_theme, m_language); }
    void open(const QString &place = {}, staff::Role role = staff::Role::Qa) {
        m_stage->openPage(QStringLiteral("sms-log"), place, role);
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
        window().activateWindow();
    }
    Stage &stage() { return *m_stage; }
    CannedService &service() { return m_stage->service(); }
    ui::MainWindow &window() { return m_stage->window(); }
    ui::Page &page() { return *window().workspace().currentPage(); }

    static bool isVisible(const QObject *object) {
        const auto *widget = qobject_cast<const QWidget *>(object);
        return widget && widget->isVisible();
    }
    template <typename T = QWidget>
    T *child(const char *name) {
        const auto all = window().template findChildren<T *>(QLatin1StringView(name));
        const auto shown = std::find_if(all.cbegin(), all.cend(), isVisible);
        return shown != all.cend() ? *shown : all.value(0); // each view has a bar of its own
    }
    QTableView *table(const char *name = "messageTable") { return child<QTableView>(name); }
    bool isShown(const char *name) {
        const auto *widget = child(name);
        return widget && widget->isVisible();
    }
    void click(const char *name) { QTest::mouseClick(child(name), Qt::LeftButton); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(&window(), key, modifiers);
    }
    /// Replaces what stands in a field.
    void type(const char *name, const QString &text) {
        auto *field = child<QLineEdit>(name);
        field->clear();
        if (std::all_of(text.cbegin(), text.cend(), [](QChar letter) { return letter.unicode() < 128; }))
            QTest::keyClicks(field, text);
        else
            field->setText(text); // QTest has no keys for it
    }
    void choose(const char *menu, const QString &entry) {
        for (QAction *action : child<QMenu>(menu)->actions())
            if (action->objectName() == entry)
                return action->trigger();
        QFAIL(qPrintable(QStringLiteral("no entry ") + entry));
    }
    void palette(const QString &typed) {
        key(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(child("paletteField"), typed);
        QTest::keyClick(child("paletteField"), Qt::Key_Return);
    }
    /// Of the last request of that kind.
    QString query(const char *parameter) {
        for (auto request = service().requests().crbegin(); request != service().requests().crend(); ++request)
            if (request->path == u"/api/v1/sms/messages" && request->method == "GET")
                return request->query.queryItemValue(QLatin1StringView(parameter), QUrl::FullyDecoded);
        return {};
    }
    QJsonObject body(const QString &path) {
        for (auto request = service().requests().crbegin(); request != service().requests().crend(); ++request)
            if (request->path == path && request->method == "POST")
                return request->body;
        return {};
    }
    QString placeItem(const char *name) {
        return QUrlQuery(page().place()).queryItemValue(QLatin1StringView(name), QUrl::FullyDecoded);
    }

private:
    ui::Theme m_theme{*qApp};
    ui::Language m_language;
    std::unique_ptr<Stage> m_stage;
};

} // namespace wemo::gallery
