/** A device for React Native's own JavaScript: nothing but the language, and the native modules that it sends requests through. */
import { createContext, runInContext } from 'node:vm';
import { type Native, nativeNetworking } from './native-networking.ts';

/** What a bundle leaves behind. */
export interface Device extends Native {
  /** The bundle's globals: those of the language, and what React Native's JavaScript adds. */
  readonly globals: Readonly<Record<string, unknown>>;
}

/** Loads a bundle as a telephone does. */
export function startDevice(bundle: string, extra: Readonly<Record<string, unknown>> = {}): Device {
  const globals: Record<string, unknown> = createContext({
    navigator: { product: 'ReactNative' },
    nativeModuleProxy: {},
    console,
    performance: { now: () => performance.now() },
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    setImmediate,
    queueMicrotask,
    ...extra,
  });
  globals.global = globals;
  const native = nativeNetworking((event, args) => {
    const emitter = globals.__rctDeviceEventEmitter as {
      emit(event: string, args: readonly unknown[]): void;
    };
    emitter.emit(event, args);
  });
  globals.__turboModuleProxy = (name: string) => native.modules[name] ?? null;
  runInContext(bundle, globals, { filename: 'bundle.js' });
  return { ...native, globals };
}
