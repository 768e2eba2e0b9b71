#pragma once
#include "ui/widgets/tokens.h"

#include <QObject>
#include <QPalette>

class QApplication;

namespace wemo::ui {

enum class Scheme { System, Light, Dark };
QString toString(Scheme scheme); ///< system, light, dark
std::optional<Scheme> schemeFromString(QStringView text);

/// The one place where the look is applied: tokens, palette, style, style sheet, fonts and icon paths.
class Theme final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    explicit Theme(QApplication &application, QObject *parent = nullptr);
    void apply(Scheme scheme);
    Scheme scheme() const { return m_scheme; }

Q_SIGNALS:
    void changed(wemo::ui::Scheme scheme);

private:
    QApplication &m_application;
    Scheme m_scheme = Scheme::System;
    bool m_systemIsDark = false;
};

} // namespace wemo::ui
