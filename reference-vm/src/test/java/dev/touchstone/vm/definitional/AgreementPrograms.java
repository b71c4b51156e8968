package dev.touchstone.vm.definitional;

import java.util.Arrays;
import java.util.List;

/** Programs on which two evaluators could differ, with as much as possible of Core in each. */
final class AgreementPrograms {
  private static final String TEXT =
      """
      (define x 1) (define (get) x) (set! x (+ x 1)) (list (get) x)
      ----
      (set! unknown 1)
      ----
      (begin (display 'before) unknown)
      ----
      (define (f) (later)) (define r (f)) (define (later) 1) r
      ----
      (define + -) (+ 5 3)
      ----
      (define (add a b) (+ a b)) (set! + *) (add 4 5)
      ----
      (set! car cdr) (list (car '(1 2)) (map car '((1 2) (3 4))) (cadr '(1 2)))
      ----
      (let ((x 1)) (let ((x (+ x 1)) (y x)) (list x y)))
      ----
      (letrec ((a 1) (b (lambda () a))) (b))
      ----
      (letrec ((a (lambda () b)) (b (a))) b)
      ----
      (letrec ((f (lambda () 1)) (x (f))) x)
      ----
      (letrec* ((f (lambda () 1)) (x (f))) x)
      ----
      (letrec* ((x (f)) (f (lambda () 1))) x)
      ----
      (letrec* ((x (lambda () y)) (z (x)) (y 1)) z)
      ----
      (define (f) (define a b) (define b 1) a) (f)
      ----
      (define (f) (define a (lambda () (c))) (define b (a)) (define c (lambda () 5)) b) (f)
      ----
      (define (f) (define k #f) (define n 0)
        (define x (call/cc (lambda (c) (set! k c) 0)))
        (define get (lambda () x))
        (set! n (+ n 1))
        (if (< n 3) (k n) (list n x (get))))
      (f)
      ----
      (let ((k #f) (n 0) (getters '()))
        (letrec ((x (call/cc (lambda (c) (set! k c) 0))) (get (lambda () x)))
          (set! getters (cons get getters))
          (set! n (+ n 1))
          (if (< n 3) (k n) (map (lambda (g) (g)) getters))))
      ----
      (let ((k #f) (n 0))
        (letrec ((x (call/cc (lambda (c) (set! k c) (lambda () y)))) (y 7))
          (set! n (+ n 1))
          (if (procedure? x) (let ((v (x))) (k v)) (list x n))))
      ----
      (define (fact n) (if (= n 0) 1 (* n (fact (- n 1))))) (fact 30)
      ----
      (let loop ((i 0) (fs '())) (if (< i 3) (loop (+ i 1) (cons (lambda () i) fs)) (map (lambda (f) (f)) fs)))
      ----
      (do ((i 0 (+ i 1)) (fs '() (cons (lambda () (set! i (+ i 10)) i) fs))) ((= i 3) (map (lambda (f) (f)) fs)))
      ----
      ((lambda (a b . c) (list a b c)) 1)
      ----
      ((lambda (a b . c) (list a b c)) 1 2)
      ----
      ((lambda (a b . c) (list a b c)) 1 2 3 4)
      ----
      (define f (case-lambda ((a) (list 'one a)) ((a b) (list 'two a b)) ((a . r) (list 'many a r))))
      (list (f 1) (f 1 2) (f 1 2 3))
      ----
      (define f (case-lambda ((a) a) ((a b c) b))) (f 1 2)
      ----
      (car (cdr 5))
      ----
      (5 5)
      ----
      (list (begin (display 1) 1) ((begin (display 2) (lambda (x) (display 4) x)) (begin (display 3) 5)))
      ----
      (call-with-values (lambda () (values 1 2 3)) list)
      ----
      (call-with-values (lambda () 5) list)
      ----
      (call-with-values values list)
      ----
      (+ 1 (values 2 3))
      ----
      (+ 1 (values))
      ----
      (begin (values 1 2) (values) 'ok)
      ----
      (if (values #f #t) 1 2)
      ----
      (define x (values 1 2)) x
      ----
      (values 1 2 3)
      ----
      (values)
      ----
      (define x (values)) x
      ----
      (let-values (((a b) (values 1 2)) ((c . d) (values 3 4 5)) (e (values))) (list a b c d e))
      ----
      (let-values (((a b) (values 1 2 3))) a)
      ----
      (let*-values (((a b) (values 1 2)) ((b a) (values a b))) (list a b))
      ----
      (define-values (a b . c) (values 1 2 3 4)) (list a b c)
      ----
      (define (f) (define-values (a b) (values 1 2)) (define c (+ a b)) (set! a 10) (list a b c)) (f)
      ----
      (define-values (a b) (values 1)) a
      ----
      (define (f) (define g (lambda () a)) (define-values (a b) (values (g) 2)) a) (f)
      ----
      (call/cc (lambda (k) (+ 1 (k 42))))
      ----
      (+ 1 (call/cc (lambda (k) (k 1 2))))
      ----
      (call-with-values (lambda () (call/cc (lambda (k) (k 1 2)))) list)
      ----
      (begin (call/cc (lambda (k) (k 1 2))) 'dropped)
      ----
      (let ((k #f) (n 0) (seen '()))
        (set! seen (cons (list 'a n (call/cc (lambda (c) (set! k c) 0))) seen))
        (set! n (+ n 1))
        (if (< n 4) (k n) seen))
      ----
      (let ((k #f) (n 0) (seen '()))
        (let ((i 2) (x (call/cc (lambda (c) (set! k c) 0))))
          (set! seen (cons i seen)) (set! i (+ i 10)) (set! n (+ n 1))
          (if (< n 3) (k n) seen)))
      ----
      (let ((k #f) (n 0) (seen '()))
        (let loop ((i 2) (x (call/cc (lambda (c) (if (not k) (set! k c)) 0))))
          (set! seen (cons i seen)) (set! i (+ i 10)) (set! n (+ n 1))
          (if (< n 5) (if (= n 2) (loop 1 (call/cc (lambda (c) (set! k c) 0))) (k n)) seen)))
      ----
      (letrec* ((x f) (f (lambda () 2))) (list (f) 1))
      ----
      (let ((k #f) (n 0))
        (let ((r (map (lambda (x) (call/cc (lambda (c) (if (= x 2) (set! k c)) x))) '(1 2 3))))
          (set! n (+ n 1))
          (if (< n 3) (k (* n 10)) r)))
      ----
      (let ((k #f) (n 0) (rs '()))
        (let ((r (map (lambda (x) (call/cc (lambda (c) (if (= x 2) (set! k c)) x))) '(1 2 3))))
          (set! rs (cons r rs))
          (set! n (+ n 1))
          (if (< n 4) (k (* n 10)) rs)))
      ----
      (let ((k #f) (n 0))
        (let ((v (vector-map (lambda (x) (call/cc (lambda (c) (if (= x 2) (set! k c)) x))) #(1 2 3))))
          (set! n (+ n 1))
          (if (< n 3) (k (* n 10)) v)))
      ----
      (dynamic-wind (lambda () (display 'in)) (lambda () (display 'body) 'value) (lambda () (display 'out)))
      ----
      (call-with-values (lambda () (dynamic-wind (lambda () 1) (lambda () (values 1 2)) (lambda () 3))) list)
      ----
      (let ((trace '()) (k #f) (n 0))
        (define (note x) (set! trace (cons x trace)))
        (dynamic-wind
          (lambda () (note 'in1))
          (lambda ()
            (dynamic-wind (lambda () (note 'in2)) (lambda () (call/cc (lambda (c) (set! k c))) (note 'body)) (lambda () (note 'out2))))
          (lambda () (note 'out1)))
        (set! n (+ n 1))
        (if (< n 3) (k n) (reverse trace)))
      ----
      (let ((trace '()))
        (define (note x) (set! trace (cons x trace)))
        (call/cc (lambda (leave)
          (dynamic-wind (lambda () (note 'in)) (lambda () (leave 1)) (lambda () (note 'out) (leave 2)))))
        (reverse trace))
      ----
      (let ((k2 #f) (n 0) (trace '()))
        (define (note x) (set! trace (cons x trace)))
        (call/cc (lambda (out)
          (dynamic-wind
            (lambda () (note 'in) (if (= n 1) (begin (set! n 2) (out 'before))))
            (lambda () (call/cc (lambda (k) (set! k2 k))) (note 'body))
            (lambda () (note 'out)))))
        (if (= n 0) (begin (set! n 1) (k2 1)))
        (reverse trace))
      ----
      (with-exception-handler (lambda (e) 10) (lambda () (+ 1 (raise-continuable 'c))))
      ----
      (with-exception-handler (lambda (e) 10) (lambda () (+ 1 (raise 'c))))
      ----
      (with-exception-handler (lambda (e) (display 'h) 10) (lambda () (+ 1 (car 5))))
      ----
      (call/cc (lambda (k) (with-exception-handler (lambda (e) (k (list 'caught (error-object? e)))) (lambda () (car 5)))))
      ----
      (call/cc (lambda (k) (with-exception-handler (lambda (e) (k (list 'outer e)))
        (lambda () (with-exception-handler (lambda (e) (raise (list 'again e))) (lambda () (raise 'x)))))))
      ----
      (with-exception-handler (lambda (e) 1)
        (lambda () (with-exception-handler (lambda (e) (+ 1 (raise-continuable e))) (lambda () (* 10 (raise-continuable 'x))))))
      ----
      (guard (e (#t (list 'caught e))) (raise 'boom))
      ----
      (guard (e ((symbol? e) (list 'sym e)) ((string? e) => list)) (raise 'boom))
      ----
      (guard (e ((string? e) 'no)) (raise 'boom))
      ----
      (guard (e ((string? e) 'no)) (unknown 1))
      ----
      (guard (e (#t (error-object-message e))) (error "message" 1 2))
      ----
      (guard (e ((symbol? e) 'outer)) (guard (e2 ((string? e2) 'inner)) (raise 'x)))
      ----
      (let ((trace '()))
        (define (note x) (set! trace (cons x trace)))
        (guard (e (#t (note 'clause)))
          (dynamic-wind (lambda () (note 'in)) (lambda () (raise 'x)) (lambda () (note 'out))))
        (reverse trace))
      ----
      (with-exception-handler (lambda (e) 42)
        (lambda () (+ 1 (guard (e ((string? e) 'no)) (raise-continuable 'x)))))
      ----
      (define p (make-parameter 1 (lambda (x) (* x 10))))
      (list (p) (parameterize ((p 2)) (list (p) (parameterize ((p 3)) (p)) (p))) (p))
      ----
      (define p (make-parameter 1)) (define k #f) (define n 0)
      (let ()
        (define seen '())
        (parameterize ((p 2)) (call/cc (lambda (c) (set! k c))) (set! seen (cons (p) seen)))
        (set! n (+ n 1))
        (if (< n 3) (parameterize ((p 5)) (k 1)) (list seen (p))))
      ----
      (define p (make-parameter 1))
      (guard (e (#t (list e (p)))) (parameterize ((p 2)) (raise (p))))
      ----
      (define p (make-parameter 1))
      (with-exception-handler (lambda (e) (p)) (lambda () (parameterize ((p 2)) (raise-continuable 'x))))
      ----
      (define s (delay (begin (display 'once) 5))) (list (force s) (force s))
      ----
      (define (loop n) (if (= n 0) (delay 'done) (delay-force (loop (- n 1))))) (force (loop 10000))
      ----
      (define r (delay (begin (set! n (+ n 1)) (if (> n 3) n (force r))))) (define n 0) (force r)
      ----
      (define-record-type point (make-point x y) point? (x px set-px!) (y py))
      (let ((p (make-point 1 2))) (set-px! p 10) (list (px p) (py p) (point? p) (point? 5)))
      ----
      (define-record-type point (make-point x) point? (x px)) (px 5)
      ----
      (call-with-continuation-prompt (lambda () (+ 1 (abort-current-continuation (default-continuation-prompt-tag) (lambda () 5)))))
      ----
      (define t (make-continuation-prompt-tag 't))
      (+ 1 (call-with-continuation-prompt (lambda () (* 2 (abort-current-continuation t 3 4))) t (lambda (a b) (list a b) (+ a b))))
      ----
      (define t (make-continuation-prompt-tag 't))
      (define k #f)
      (define (at) (call-with-composable-continuation (lambda (c) (set! k c) 1) t))
      (list (call-with-continuation-prompt (lambda () (+ 10 (at))) t) (k 5) (+ 1 (k (k 6))))
      ----
      (define t (make-continuation-prompt-tag 't))
      (define p (make-parameter 'outer))
      (define k (call-with-continuation-prompt
        (lambda () (p) (list (p) (call-with-composable-continuation (lambda (c) (abort-current-continuation t c)) t) (p))) t (lambda (c) c)))
      (list (k 1) (parameterize ((p 'inner)) (k 2)))
      ----
      (define t (make-continuation-prompt-tag 't))
      (define trace '()) (define (note x) (set! trace (cons x trace)))
      (define k (call-with-continuation-prompt
        (lambda () (dynamic-wind (lambda () (note 'in)) (lambda () (+ 1 (call-with-composable-continuation (lambda (c) (abort-current-continuation t c)) t))) (lambda () (note 'out))))
        t (lambda (c) c)))
      (let* ((a (k 1)) (b (k 2))) (list a b (reverse trace)))
      ----
      (define t (make-continuation-prompt-tag 't))
      (list 'a (call-with-values (lambda () (call-with-continuation-prompt (lambda () (values 1 2)) t)) list))
      ----
      (define t (make-continuation-prompt-tag 't))
      (+ 1 (call-with-continuation-prompt (lambda () (values 1 2)) t))
      ----
      (define-values (a b) (call-with-continuation-prompt (lambda () (call/cc (lambda (k) (k 1 2)))))) (list a b)
      ----
      (define t (make-continuation-prompt-tag 't))
      (define (yield x) (call-with-composable-continuation (lambda (k) (abort-current-continuation t x k)) t))
      (define (collect thunk)
        (call-with-continuation-prompt (lambda () (thunk) '()) t
          (lambda (x k) (cons x (collect (lambda () (k #f)))))))
      (collect (lambda () (for-each yield '(1 2 3))))
      ----
      (define t (make-continuation-prompt-tag 't))
      (define k (call-with-continuation-prompt (lambda () (+ 1 (call-with-composable-continuation (lambda (c) (abort-current-continuation t c)) t))) t (lambda (c) c)))
      (k 1)
      ----
      (define t (make-continuation-prompt-tag 't)) (define k #f) (define n 0)
      (let ()
        (define r (list 'r (call-with-continuation-prompt (lambda () (+ 10 (call/cc (lambda (c) (set! k c) 1)))) t (lambda (x) (list 'handled x)))))
        (set! n (+ n 1))
        (if (< n 3) (call-with-continuation-prompt (lambda () (k n)) t (lambda (x) 'other)) r))
      ----
      (define (count n) (if (= n 0) 0 (call-with-continuation-prompt (lambda () (+ 1 (count (- n 1))))))) (count 1000)
      ----
      (abort-current-continuation (make-continuation-prompt-tag 'none) 1)
      ----
      (define t (make-continuation-prompt-tag 't))
      (define k (call-with-continuation-prompt
        (lambda () (with-exception-handler (lambda (e) (list 'inner e)) (lambda () (call-with-composable-continuation (lambda (c) (abort-current-continuation t c)) t) (raise-continuable 'x)))) t (lambda (c) c)))
      (with-exception-handler (lambda (e) (list 'outer e)) (lambda () (list (k 1) (raise-continuable 'y))))
      ----
      (define (gen list) (define return #f)
        (define (next) (call/cc (lambda (r) (set! return r) (for-each (lambda (x) (call/cc (lambda (k) (set! next (lambda () (k #f))) (return x)))) list) (return 'end))))
        (lambda () (call/cc (lambda (r) (set! return r) (next)))))
      (define g (gen '(1 2 3)))
      (let* ((a (g)) (b (g)) (c (g)) (d (g))) (list a b c d))
      ----
      (apply + 1 2 '(3 4))
      ----
      (apply car '(1 2))
      ----
      (apply list 1)
      ----
      (apply apply (list + (list 1 2)))
      ----
      (apply call/cc (list (lambda (k) (k 1))))
      ----
      (call/cc call/cc)
      ----
      (procedure? (call/cc call/cc))
      ----
      (define (f . args) (apply values args)) (call-with-values (lambda () (f 1 2)) cons)
      ----
      `(1 ,(+ 1 1) ,@(list 3 4) #(a ,(* 2 3)) `(b ,(c ,(+ 1 2))))
      ----
      (case (* 2 3) ((2 3 5 7) 'prime) ((1 4 6 8 9) => (lambda (x) (list x 'composite))) (else 'none))
      ----
      (list (and) (or) (and 1 2) (or #f 3) (cond ((assv 'b '((a 1) (b 2))) => cadr) (else 0)))
      ----
      (display (if #f #f)) 1
      ----
      (define x 5) (define y (set! x 6)) x
      ----
      (map (lambda (x y) (+ x y)) '(1 2 3) '(10 20))
      ----
      (map 5 '(1))
      ----
      (let ((v (vector 1 2 3))) (vector-for-each (lambda (x) (vector-set! v 0 (+ (vector-ref v 0) x))) v) v)
      ----
      (string-map char-upcase "abc")
      ----
      (assoc 2 '((1 one) (2 two)) =)
      ----
      (member 5 '(1 2 3) (lambda (a b) (raise 'stopped)))
      """;

  private AgreementPrograms() {}

  static List<String> all() {
    return Arrays.stream(TEXT.split("\n----\n")).map(String::strip).toList();
  }
}
