#pragma once
#include "app/gallery/stage.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

namespace wemo::gallery {

/// A console over the canned service in a real window, driven by object name and keyboard.
class Stand {
public:
    Stand() {
        m_theme = std::make_unique<ui::Theme>(*qApp);
        m_theme->apply(ui::Scheme::Light);
        m_language = std::make_unique<ui::Language>();
        m_language->use(QStringLiteral("en"));
    }
    void begin() { m_stage = std::make_unique<Stage>(*m_theme, *m_language); }
    void end() { m_stage.reset(); }
    Stage &stage() { return *m_stage; }
    ui::Language &language() { return *m_language; }
    CannedBlocking &blocking() { return m_stage->service().blocking(); }

    template <typename T = QWidget>
    T *child(const char *name) {
        T *last = nullptr;
        for (T *found : m_stage->window().findChildren<T *>(QLatin1StringView(name))) {
            last = found;
            if (found->isVisible())
                return found;
        }
        return last;
    }
    QAction *action(const char *name) { return m_stage->window().findChild<QAction *>(QLatin1StringView(name)); }
    bool shows(const char *name) {
        const auto *widget = child(name);
        return widget && widget->isVisible();
    }
    QString text(const char *label) {
        const auto *found = child<QLabel>(label);
        return found ? found->text() : QString();
    }
    QString cell(QTableView &table, int row, int column) { return table.model()->index(row, column).data().toString(); }
    void show(const char *page, const QString &place, staff::Role role) {
        m_stage->openPage(QLatin1StringView(page), place, role);
        QVERIFY(QTest::qWaitForWindowExposed(&m_stage->window()));
        m_stage->window().activateWindow();
    }
    /// At this page, with rows in this table and the keyboard in it.
    QTableView *open(const char *page, const char *table, const QString &place = {},
                     staff::Role role = staff::Role::Admin) {
        show(page, place, role);
        auto *found = child<QTableView>(table);
        [&] { QTRY_VERIFY(found->isVisible() && found->model()->rowCount() > 0); }();
        found->setFocus();
        return found;
    }
    void press(const char *button) {
        QTRY_VERIFY2(shows(button) && child(button)->isEnabled(), button);
        QTest::mouseClick(child(button), Qt::LeftButton);
    }
    qsizetype count(const char *route) { return m_stage->service().log().count(QLatin1StringView(route)); }
    /// The last request to a path that ends so; an empty one when there was none.
    CannedRequest last(const char *pathEnd) {
        const auto &requests = m_stage->service().requests();
        for (auto request = requests.crbegin(); request != requests.crend(); ++request)
            if (request->path.endsWith(QLatin1StringView(pathEnd)))
                return *request;
        return {};
    }

private:
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::Language> m_language;
    std::unique_ptr<Stage> m_stage;
};

} // namespace wemo::gallery
