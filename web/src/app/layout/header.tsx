import { Link } from '@tanstack/react-router';
import { Menu, Search, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { Logo } from '../../ui/logo.tsx';
import { Account } from './account.tsx';
import { MainLinks } from './main-links.tsx';
import { SearchBox } from './search-box.tsx';
import { useEscape } from './use-escape.ts';

type Panel = 'search' | 'menu';

/** The name, three links, search, and the account. On a phone, links and search open below. */
export function Header() {
  const [open, setOpen] = useState<Panel>();
  const toggle = (panel: Panel) => setOpen(open === panel ? undefined : panel);
  const close = () => setOpen(undefined);
  const buttons = { search: useRef<HTMLButtonElement>(null), menu: useRef<HTMLButtonElement>(null) };
  useEscape(() => {
    if (open) buttons[open].current?.focus();
    close();
  });
  return (
    <header className="sticky top-0 z-30 border-line border-b bg-canvas/95 backdrop-blur">
      <div className="mx-auto flex h-16 max-w-6xl items-center gap-1 px-4 sm:px-6 md:gap-6">
        <Link
          to="/"
          onClick={close}
          className="mr-auto flex items-center gap-2.5 rounded-md font-semibold text-lg md:mr-0"
        >
          <Logo className="size-8" />
          Portico
        </Link>
        <nav aria-label="Main" className="hidden gap-1 md:flex">
          <MainLinks />
        </nav>
        <div className="ml-auto hidden w-64 md:block">
          <SearchBox />
        </div>
        <IconButton
          ref={buttons.search}
          label="Search"
          aria-expanded={open === 'search'}
          onClick={() => toggle('search')}
          className="md:hidden"
        >
          <Search aria-hidden className="size-5" />
        </IconButton>
        <Account />
        <IconButton
          ref={buttons.menu}
          label="Menu"
          aria-expanded={open === 'menu'}
          onClick={() => toggle('menu')}
          className="md:hidden"
        >
          {open === 'menu' ? <X aria-hidden className="size-5" /> : <Menu aria-hidden className="size-5" />}
        </IconButton>
      </div>
      {open === 'search' && (
        <div className="border-line border-t px-4 py-3 md:hidden">
          <SearchBox autoFocus onSearch={close} />
        </div>
      )}
      {open === 'menu' && (
        <nav aria-label="Main" className="flex flex-col border-line border-t px-2 py-2 md:hidden">
          <MainLinks onFollow={close} />
        </nav>
      )}
    </header>
  );
}
