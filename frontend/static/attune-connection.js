// Notices at once when the server of this page goes away (the page would otherwise find out at the next click), says so, and opens the
// page anew as soon as the server is back. Runs before anything else on the page, so that it sees the push connection being made.
(() => {
  const Plain = window.WebSocket;
  if (window.attuneConnection || !Plain) return;
  window.attuneConnection = true;
  const alive = () => new URL('actuator/health/liveness', document.baseURI);
  const pause = (millis) => new Promise((done) => setTimeout(done, millis));
  let open = 0;
  let leaving = false;
  let checking = false;

  const say = (state) => {
    const store = window.Vaadin && window.Vaadin.connectionState;
    if (store && store.state !== state) store.state = state;
  };

  const answers = async () => {
    try {
      return (await fetch(alive(), { cache: 'no-store', credentials: 'omit' })).ok;
    } catch {
      return false;
    }
  };

  const check = async () => {
    if (checking || leaving) return;
    checking = true;
    let away = false;
    while (!leaving && open === 0) {
      if (await answers()) {
        // It was the connection alone: the page connects again by itself.
        if (!away) break;
        leaving = true;
        window.location.reload();
        return;
      }
      away = true;
      say('reconnecting');
      await pause(2000);
    }
    if (away && !leaving) say('connected');
    checking = false;
  };

  window.WebSocket = class extends Plain {
    constructor(...how) {
      super(...how);
      if (!String(how[0]).includes('/VAADIN/push')) return;
      this.addEventListener('open', () => {
        open += 1;
        this.addEventListener('close', () => {
          open -= 1;
          setTimeout(check, 500);
        });
      });
    }
  };

  window.addEventListener('pagehide', () => {
    leaving = true;
  });
  window.addEventListener('pageshow', () => {
    leaving = false;
  });
})();
