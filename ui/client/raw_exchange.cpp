#include "ui/client/raw_exchange.h"

namespace wemo::ui {

ExchangeRecorder::ExchangeRecorder(QObject *parent)
    : QObject(parent) {}

void ExchangeRecorder::record(const RawExchange &exchange) {
    Q_EMIT recorded(exchange);
}

} // namespace wemo::ui
