#pragma once
#include "tests/ui/support/service_stub.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

namespace wemo::tests {

/// A page with a field and a button, which notes what the shell asks of it.
class StubPage final : public ui::Page {
public:
    StubPage(QString name, QWidget *parent)
        : ui::Page(parent) {
        setObjectName("page-" + name);
        auto *column = new QVBoxLayout(this);
        field = new QLineEdit(this);
        field->setObjectName(name + "-field");
        field->setAccessibleName("Field");
        column->addWidget(field);
        column->addStretch();
        primary = new QAction("Do it", this);
        connect(field, &QLineEdit::textEdited, this, [this] { Q_EMIT placeChanged(true); });
    }
    QAction *primaryAction() override { return primary; }
    void refresh() override { ++refreshed; }
    bool focusFilter() override {
        field->setFocus();
        return true;
    }
    bool backOut() override { return std::exchange(panelOpen, false); }
    QString place() const override { return field->text(); }
    void openPlace(const QString &place) override { field->setText(place); }
    QLineEdit *field;
    QAction *primary;
    int refreshed = 0;
    bool panelOpen = false;
};

inline ui::PageSpec stubSpec(const QString &id, const QString &title, staff::Permission permission) {
    ui::PageSpec spec;
    spec.id = id;
    spec.icon = "mail-message";
    spec.permission = permission;
    spec.section = [] { return QString("Section"); };
    spec.title = [title] { return title; };
    spec.subtitle = [] { return QString("A sentence about the page."); };
    spec.create = [id](const ui::PageContext &, QWidget *parent) { return new StubPage(id, parent); };
    spec.find = [title](const QString &typed) -> QList<ui::PaletteHit> {
        return typed.startsWith("09") ? QList<ui::PaletteHit>{{title + " to " + typed, {}, typed}}
                                      : QList<ui::PaletteHit>();
    };
    return spec;
}

/// The whole shell over a stub of the service, as main() wires it. One theme and language a process.
struct Shell {
    explicit Shell(ServiceStub &service, QList<ui::PageSpec> pages, QString settingsFile)
        : settings(std::move(settingsFile), QSettings::IniFormat) {
        client.setBaseUrl(service.url());
        window.emplace(ui::ShellParts{client, live, sessions, preferences, nullptr}, std::move(pages));
        window->resize(1280, 800);
        window->show();
        QApplication::setActiveWindow(&*window);
    }
    template <typename T = QWidget>
    T *find(const QString &name) {
        return window->findChild<T *>(name);
    }
    void signIn() {
        QTRY_VERIFY(find("signIn")->isEnabled());
        QTest::keyClicks(find("username"), "mei");
        QTest::keyClicks(find("password"), "secret");
        QTest::keyClick(find("password"), Qt::Key_Return);
        QTRY_VERIFY(client.session());
    }

    ui::ApiClient client;
    QSettings settings;
    ui::Language language;
    ui::Theme theme{*qApp};
    ui::Preferences preferences{theme, language, settings};
    ui::LiveStream live{client};
    ui::SessionStore store;
    ui::SessionController sessions{client, store, "test"};
    std::optional<ui::MainWindow> window;
};

} // namespace wemo::tests
