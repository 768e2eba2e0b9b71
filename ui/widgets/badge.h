#pragma once
#include "ui/widgets/tokens.h"

#include <QLabel>

namespace wemo::ui {

/// A small count or word in a tint ("3", "Beta"). Hidden while empty.
class Badge final : public QLabel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Badge)

public:
    explicit Badge(QWidget *parent = nullptr);
    void setBadge(Tone tone, const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    Tone m_tone = Tone::Neutral;
};

} // namespace wemo::ui
